"""Everything about how an answer is written as JSON: the only place that knows the names on the wire.

What never changes is written once, at start-up (`fixed`, `sources`); where orjson would walk through it, it copies the
bytes instead. Most of an answer is such parts.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any, TypeVar

import orjson

from verlof_api.assessment import answer as parts
from verlof_api.law.bronnen import Bron

Json = object  # whatever `to_json` can write; the rest it refuses
JsonObject = dict[str, Json]
_Part = TypeVar("_Part", bound=parts.AnswerPart)
_HUNDREDTH = Decimal("0.01")  # hours and weeks are told to two decimals
_CENT = Decimal("0.01")


def to_json(answer: Json) -> bytes:
    """The bytes of any answer. Raises TypeError when it holds something that JSON does not know."""
    option = orjson.OPT_PASSTHROUGH_SUBCLASS | orjson.OPT_PASSTHROUGH_DATACLASS
    return orjson.dumps(answer, default=_written, option=option)


def kept_json(answer: Json) -> bytes:
    """The bytes of what is kept, and no more: those that orjson gives have room for kilobytes more. Raises as `to_json`
    does."""
    return bytes(memoryview(to_json(answer)))


def fixed(part: _Part) -> _Part:
    """`part`, written now: it is the same in every answer."""
    object.__setattr__(part, "json", _fragment(_WRITERS[type(part)](part)))
    return part


def remade(kind: Callable[..., _Part], said: tuple[Json, ...], always: bool) -> _Part:
    """A part that was kept: what it says, and whether it is the same in every answer."""
    return fixed(kind(*said)) if always else kind(*said)


@cache
def sources(bronnen: tuple[Bron, ...]) -> parts.Bronnen:
    """Sources as an answer has them; equal ones are one object, wherever they are cited."""
    made = parts.Bronnen(bronnen)
    made.json = _fragment([_bron(bron) for bron in bronnen])
    return made


def number(value: parts.Number | None) -> int | float | None:
    """A number of at most two decimals."""
    return value if value is None or isinstance(value, int) else float(value)


def rounded(value: parts.Number | None) -> parts.Number | None:
    """As an answer tells a number: to two decimals, half up; a whole one as int."""
    if value is None or isinstance(value, int):
        return value
    told = Decimal(value).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return int(told) if told == told.to_integral_value() else told


def plain(value: object) -> Json:
    """The value of any fact."""
    if isinstance(value, Decimal):
        return number(rounded(value))
    if isinstance(value, tuple):
        return [{"van": van, "tot": tot} for van, tot in value]
    return value


def canonical(value: object) -> Json:
    """Decimals for the identity of a question: equal numbers are written the same."""
    if isinstance(value, Decimal):
        return str(value.normalize())
    raise TypeError(type(value).__name__)


def _fragment(part: Json) -> orjson.Fragment:
    return orjson.Fragment(kept_json(part))


def _written(part: Any) -> Json:
    """What orjson asks for all that is of a type of our own."""
    try:
        json = part.json
    except AttributeError:
        if isinstance(part, str):  # a text of a rule file, which knows its place there
            return orjson.Fragment(orjson.dumps(part))
        return _WRITERS[type(part)](part) if type(part) in _WRITERS else _unknown(part)
    return _WRITERS[type(part)](part) if json is None else json


def _unknown(part: Json) -> Json:
    raise TypeError(type(part).__name__)


def _bron(bron: Bron) -> Json:
    return {"wet": bron.wet, "artikel": bron.artikel, "lid": bron.lid, "onder": bron.onder, "url": bron.url}


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _condition(part: parts.ConditionOutcome) -> Json:
    return {
        "id": part.id,
        "titel": part.titel,
        "uitkomst": part.uitkomst,
        "tekst": part.tekst,
        "feiten": part.feiten,
        "bronnen": part.bronnen,
    }


def _coming(part: parts.Coming) -> Json:
    return {"na": part.na, "vanaf": part.vanaf, "tekst": part.tekst}


def _size(part: parts.Size) -> Json:
    maten = {maat: number(part.maten.get(maat)) for maat in parts.MATEN}
    return {**maten, "formule": part.formule, "bronnen": part.bronnen}


def _days(part: parts.Window | parts.Validity) -> Json:
    return {"van": part.van, "tot": part.tot}


def _bedrag(part: parts.Bedrag) -> Json:
    return {
        "bedrag": str(part.bedrag),
        "valuta": "EUR",
        "per": part.per,
        "soort": part.soort,
        "van": part.van,
        "tot": part.tot,
        "grondslag": part.grondslag,
    }


def _pay(part: parts.Pay) -> Json:
    told: dict[str, Json] = {
        "percentage": number(part.percentage),
        "grondslag": part.grondslag,
        "door": part.door,
        "bronnen": part.bronnen,
        "maximum": _amount(part.maximum),
        "minimum": _amount(part.minimum),
        "bedragen": part.bedragen,
    }
    if part.andere_lezing is not None:
        told["andereLezing"] = part.andere_lezing
    return told


def _other_reading(part: parts.OtherReading) -> Json:
    return {"bedragen": part.bedragen, "bronnen": part.bronnen}


def _term(part: parts.Term) -> Json:
    return {
        "id": part.id,
        "uiterlijk": part.uiterlijk,
        "aan": part.aan,
        "vorm": part.vorm,
        "bronnen": part.bronnen,
    }


def _step(part: parts.Step) -> Json:
    return {
        "id": part.id,
        "tekst": part.tekst,
        "aan": part.aan,
        "uiterlijk": part.uiterlijk,
        "bewijs": part.bewijs,
        "bronnen": part.bronnen,
    }


def _employer(part: parts.Employer) -> Json:
    return {
        "magWeigeren": part.mag_weigeren,
        "magWijzigen": part.mag_wijzigen,
        "grond": part.grond,
        "antwoordUiterlijk": part.antwoord_uiterlijk,
        "bronnen": part.bronnen,
    }


def _deviation(part: parts.Deviation) -> Json:
    return {"mag": part.mag, "bronnen": part.bronnen, "uitzonderingen": part.uitzonderingen}


def _deviation_case(part: parts.DeviationCase) -> Json:
    return {"tekst": part.tekst, "mag": part.mag, "bronnen": part.bronnen}


def _caution(part: parts.Caution) -> Json:
    return {"code": part.code, "tekst": part.tekst, "bronnen": part.bronnen}


def _assumption(part: parts.Assumption) -> Json:
    return {"feit": part.feit, "verlofsoort": part.verlofsoort, "waarde": plain(part.waarde), "tekst": part.tekst}


def _gap(part: parts.Gap) -> Json:
    return {"id": part.id, "tekst": part.tekst}


def _leave(part: parts.LeaveAnswer) -> Json:
    return {
        "id": part.id,
        "naam": part.naam,
        "oordeel": part.oordeel,
        "nogNiet": part.nog_niet,
        "toelichting": part.toelichting,
        "voorwaarden": part.voorwaarden,
        "ontbrekendeFeiten": part.ontbrekende_feiten,
        "omvang": part.omvang,
        "periode": part.periode,
        "betaling": part.betaling,
        "termijnen": part.termijnen,
        "stappen": part.stappen,
        "werkgever": part.werkgever,
        "afwijken": part.afwijken,
        "waarschuwingen": part.waarschuwingen,
        "aannames": part.aannames,
        "hiaten": part.hiaten,
        "geldig": part.geldig,
        "spoor": part.spoor,
    }


def _other_answer(part: parts.OtherAnswer) -> Json:
    return {"feit": part.feit, "waarde": part.waarde, "label": part.label}


def _option(part: parts.Option) -> Json:
    return {"waarde": part.waarde, "label": part.label}


def _question(part: parts.Question) -> Json:
    return {
        "feit": part.feit,
        "vraag": part.vraag,
        "hulp": part.hulp,
        "type": part.type,
        "opties": part.opties,
        "eenheid": part.eenheid,
        "ofwel": part.ofwel,
        "waarvoor": part.waarvoor,
        "beslistOver": part.beslist_over,
        "perVerlof": part.per_verlof,
    }


def _rule_set(part: parts.RuleSet) -> Json:
    return {"versie": part.versie, "hash": part.hash}


def _route_step(part: parts.RouteStep) -> Json:
    return {
        "volgorde": part.volgorde,
        "verlofsoort": part.verlofsoort,
        "oordeel": part.oordeel,
        "na": part.na,
        "daarna": part.daarna,
        "van": part.van,
        "tot": part.tot,
        "waarom": part.waarom,
        "melden": part.melden,
        "waarde": part.waarde,
    }


def _named_route(part: parts.NamedRoute) -> Json:
    return {"id": part.id, "naam": part.naam, "route": part.route}


def _change(part: parts.Change) -> Json:
    return {"feit": part.feit, "waarde": plain(part.waarde), "tekst": part.tekst}


def _way(part: parts.Way) -> Json:
    return {"oordeel": part.oordeel, "vanaf": part.vanaf, "veranderingen": part.veranderingen}


def _ending(part: parts.Ending) -> Json:
    return {"voorwaarde": part.voorwaarde, "tekst": part.tekst}


def _help(part: parts.Help) -> Json:
    return {
        "verlofsoort": part.verlofsoort,
        "oordeel": part.oordeel,
        "tekst": part.tekst,
        "mogelijkheden": part.mogelijkheden,
        "tot": part.tot,
        "eindigtDoor": part.eindigt_door,
    }


def _answer(part: parts.WholeAnswer) -> Json:
    assessment = part.assessment
    told: dict[str, Json] = {
        "beoordelingId": assessment.beoordeling_id,
        "peildatum": assessment.peildatum,
        "regelset": assessment.regelset,
        "verlofsoorten": assessment.verlofsoorten,
        "volgendeVragen": assessment.volgende_vragen,
        "route": part.route,
        "verwijzing": assessment.verwijzing,
    }
    if part.routes is not None:
        told[parts.ROUTES] = part.routes
    if part.wat_zou_helpen is not None:
        told[parts.WAT_ZOU_HELPEN] = part.wat_zou_helpen
    return told


_WRITERS: Mapping[type, Callable[[Any], Json]] = {  # each takes the one type that it stands under
    Bron: _bron,
    parts.ConditionOutcome: _condition,
    parts.Coming: _coming,
    parts.Size: _size,
    parts.Window: _days,
    parts.Validity: _days,
    parts.Bedrag: _bedrag,
    parts.OtherReading: _other_reading,
    parts.Pay: _pay,
    parts.Term: _term,
    parts.Step: _step,
    parts.Employer: _employer,
    parts.Deviation: _deviation,
    parts.DeviationCase: _deviation_case,
    parts.Caution: _caution,
    parts.Assumption: _assumption,
    parts.Gap: _gap,
    parts.LeaveAnswer: _leave,
    parts.OtherAnswer: _other_answer,
    parts.Option: _option,
    parts.Question: _question,
    parts.RuleSet: _rule_set,
    parts.RouteStep: _route_step,
    parts.NamedRoute: _named_route,
    parts.Change: _change,
    parts.Way: _way,
    parts.Ending: _ending,
    parts.Help: _help,
    parts.WholeAnswer: _answer,
}
