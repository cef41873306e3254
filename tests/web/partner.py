"""Somebody whose spouse gave birth yesterday: the situation of the tests of what one takes away."""

FACTS = {
    "arbeidsrelatie": "werknemer",
    "gebeurtenis": "bevalling",
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": "2026-11-01",
    "urenPerWeek": 32,
}
