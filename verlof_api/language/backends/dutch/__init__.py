"""Expressions read aloud, in Dutch words that a jurist would say, and back to the same tree.

`gewensteIngangsdatum <= geboortedatumKind + 4 weken` reads as `gewenste eerste dag is op of voor 4 weken na
geboortedatum van het kind`. Every sentence means one thing only: what could be read in two ways gets brackets, and a
name that could be taken for something else gets quotes.
"""

from verlof_api.language.backends.dutch.lexicon import Lexicon, Meaning, spoken
from verlof_api.language.backends.dutch.reader import read
from verlof_api.language.backends.dutch.writer import Mark, clauses, write

__all__ = ["Lexicon", "Mark", "Meaning", "clauses", "read", "spoken", "write"]
