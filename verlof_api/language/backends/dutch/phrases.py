"""The words for what the language of rules writes with signs and functions: the writer says them, the reader knows
them again."""

from collections.abc import Mapping
from typing import Final

from babel.dates import get_month_names

from verlof_api.language.nodes import Soort

MONTHS: Final[tuple[str, ...]] = tuple(get_month_names("wide", locale="nl")[number] for number in range(1, 13))

# A comparison sounds different for days than for numbers, and means the same.
OPERATORS: Final[Mapping[Soort, Mapping[str, str]]] = {
    Soort.DATUM: {
        "==": "is op",
        "!=": "is niet op",
        "<": "is voor",
        "<=": "is op of voor",
        ">": "is na",
        ">=": "is op of na",
    },
    Soort.GETAL: {
        "==": "is gelijk aan",
        "!=": "is niet gelijk aan",
        "<": "is minder dan",
        "<=": "is hooguit",
        ">": "is meer dan",
        ">=": "is minstens",
    },
    Soort.BOOL: {"==": "is gelijk aan", "!=": "is niet gelijk aan"},
}

ARITHMETIC: Final[Mapping[str, str]] = {"+": "plus", "-": "min", "*": "maal", "/": "gedeeld door"}

# What is said before the brackets of a function, by the type of its first argument where that differs.
FUNCTIONS: Final[Mapping[tuple[str, Soort], str]] = {
    ("min", Soort.GETAL): "het laagste van",
    ("max", Soort.GETAL): "het hoogste van",
    ("min", Soort.DATUM): "de vroegste van",
    ("max", Soort.DATUM): "de laatste van",
    ("dagen", Soort.DATUM): "het aantal dagen van",
    ("werkdagen", Soort.DATUM): "het aantal werkdagen van",
    ("overlap", Soort.PERIODEN): "het aantal dagen uit",
    ("laatste", Soort.PERIODEN): "de laatste dag uit",
    ("eindeJaar", Soort.DATUM): "het einde van het jaar van",
    ("naarBoven", Soort.GETAL): "het eerste hele getal vanaf",
}
# Their last two arguments are the ends of a time.
FROM_TO: Final = frozenset(("dagen", "werkdagen", "overlap"))

ONE: Final[Mapping[str, str]] = {"dagen": "dag", "weken": "week", "maanden": "maand", "jaren": "jaar"}
MORE: Final[Mapping[str, str]] = {"dagen": "dagen", "weken": "weken", "maanden": "maanden", "jaren": "jaar"}

NO_PERIODS: Final = "geen enkele periode"
