"""A parent with a wish, whose hours, weeks and last day are told in one way or another."""

from datetime import date
from decimal import Decimal

PAID = "wazo.betaald-ouderschapsverlof"
MONDAY = date(2027, 1, 25)
PARENT = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": Decimal(36),
    "rolBijKind": "juridisch-ouder",
    "juridischOuder": True,
    "geboortedatumKind": date(2026, 10, 1),
    "gewensteIngangsdatum": MONDAY,
}
