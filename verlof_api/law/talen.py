"""The languages of a rules folder: which there are follows from its files, and nothing else says it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Passage

# The law is written in it, and so are the names of laws, amounts and ids; whoever asks for no language gets it.
TAAL_VAN_DE_WET: Final = "nl"
# The words that every folder has, per language: one of them is enough to say that the folder has that language.
_TELLING: Final = ("feiten.??.yaml", "gedeeld.??.yaml")


def talen_in(root: Path) -> tuple[str, ...]:
    """The languages of the rules in `root`, as the two letters before `.yaml`: first that of the law, then by name."""
    found = {path.name.split(".")[-2] for pattern in _TELLING for path in root.glob(pattern)}
    return (TAAL_VAN_DE_WET, *sorted(found - {TAAL_VAN_DE_WET}))


def wrong_languages(tekst: Mapping[str, Passage], talen: Collection[str]) -> Iterator[RuleError]:
    """Where a text that stands in all languages in one place, as `{nl: …, en: …}`, lacks one or has one too many."""
    some = next(iter(tekst.values()))
    for taal in talen:
        if taal not in tekst:
            yield some.error(f"hier is geen tekst in `{taal}`")
    for taal, words in tekst.items():
        if taal not in talen:
            yield words.error(f"`{taal}` is hier geen taal: er is geen feiten.{taal}.yaml")
