"""Bodies that must be refused with 400: bad input of every kind."""

import json

FACT = b'{"feiten": {"urenPerWeek": %s}}'
PERSONAL = "Jan Jansen 123456782"


def body(**facts):
    return json.dumps({"feiten": facts}).encode()


REFUSED = {
    "unknown fact": body(naam=PERSONAL),
    "unknown leave": json.dumps({"verlofsoorten": [PERSONAL], "feiten": {}}).encode(),
    "value outside its range": FACT % b"1000",
    "value outside its options": body(arbeidsrelatie=PERSONAL),
    "date that does not exist": body(geboortedatumKind="2026-02-30"),
    "birth in a hundred years": body(geboortedatumKind="2126-11-22"),
    "day before the law": b'{"peildatum": "2001-11-30", "feiten": {}}',
    "60 kB string": body(arbeidsrelatie="x" * 60_000),
    "60 kB key": body(**{"x" * 60_000: 1}),
    "nested arrays": b"[" * 60_000,
    "nested objects": b'{"feiten":' * 5_000 + b"1" + b"}" * 5_000,
    "double key": b'{"feiten": {"urenPerWeek": 1, "urenPerWeek": 2}}',
    "NaN": FACT % b"NaN",
    "Infinity": FACT % b"-Infinity",
    "1e20": FACT % b"1e20",
    "1e-7": FACT % b"1e-7",
    "1e999999999": FACT % b"1e999999999",
    "2**80": FACT % str(2**80).encode(),
    "5,000 digits": FACT % (b"9" * 5_000),
    "2**63 as a whole number": body(leeftijd=2**63),
    "empty body": b"",
    "white space": b"   \n\t",
    "array": b"[]",
    "number": b"42",
    "text": b'"feiten"',
    "null": b"null",
    "null fact": body(urenPerWeek=None),
    "text for a number": FACT % b'"32"',
    "half a child": body(aantalKinderen=1.9),
    "yes for true": body(kindErkend="yes"),
    "week date": body(geboortedatumKind="2026-W01-1"),
    "no UTF-8": b'{"feiten": {"\xff": 1}}',
    "UTF-16": '{"feiten": {}}'.encode("utf-16"),
    "lone surrogate": b'{"feiten": {"arbeidsrelatie": "\\ud800", "\\udfff": 1}}',
    "zero byte": b'{"feiten": {"a\\u0000b": "\\u0000"}}',
    "two values": b'{"feiten": {}} {"feiten": {}}',
    "half a value": b'{"feiten": {"urenPerWeek": 3',
    "thousands of facts": body(**{f"feit{n}": n for n in range(3_000)}),
    "thousands of leaves": json.dumps({"feiten": {}, "verlofsoorten": ["a"] * 10_000}).encode(),
    "thousands of periods": body(ziekteperiodes=[{"van": "2026-01-01"}] * 2_000),
    "prototype keys": b'{"feiten": {}, "__proto__": {}, "constructor": 1}',
    "engine keys": b'{"feiten": {"$s": 1, "sid": "x", "id": "y", "$neq": {}}}',
}
