"""What somebody should know of letters though nothing in them is wrong: no days, or a paragraph that never stands."""

from collections.abc import Iterator, Mapping
from typing import Final

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.money import MONEY_FACTS
from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Document, Passage, Tree
from verlof_api.law.talen import TAAL_VAN_DE_WET
from verlof_api.law.values import values_in

_GUARDS_ON_FACTS: Final = ("verteld", "niet-verteld", "eerder", "niet-eerder")
_GUARDS_ON_OPTIONS: Final = ("is", "niet")
_GUARDS_ON_DAYS: Final = ("later-dan", "niet-later-dan")
# The letters that ask for leave or tell of it are dated on the day of telling; the others are about an older letter.
_DAY_OF_TELLING: Final = "melding"


def notes(folder: Folder, beoordelaar: Beoordelaar) -> Iterator[RuleError]:
    """What to know of the letters in `folder`, which load."""
    shared = folder["brieven.yaml"].located()["varianten"]
    for document in folder.of_kind("brief"):
        here = document.file.rpartition("/")[0]
        words = folder[f"{here}/brief.{TAAL_VAN_DE_WET}.yaml"].located().get("alineas", {})
        for id, letter in document.located()["varianten"].items():
            if str(shared[id]["dag"]) == _DAY_OF_TELLING:
                yield from _without_days(document, id, letter, words, beoordelaar)
            yield from _never_asked(letter, shared[id], here.replace("/", "."), beoordelaar)


def _without_days(
    document: Document, id: str, letter: Tree, words: Mapping[str, Passage], beoordelaar: Beoordelaar
) -> Iterator[RuleError]:
    """A letter that leaves open which days it is about: no particulars, and no sentence of the leave with a day."""
    if not letter.get("gegevens") and not any(_names_a_day(text, beoordelaar) for text in words.values()):
        yield document.error(
            ("varianten", id), "deze brief noemt geen dagen: zet onder `gegevens` wat de werkgever moet weten"
        )


def _names_a_day(text: Passage, beoordelaar: Beoordelaar) -> bool:
    dates = {f"feit.{feit.id}" for feit in beoordelaar.rulebook.feiten.values() if feit.type == "date"}
    named = values_in(text)
    worked_out = any(name.startswith("waarde.") for name in named)
    return worked_out or not named.isdisjoint(dates | {"periode.van", "periode.tot"})


def _never_asked(letter: Tree, variant: Tree, verlof: str, beoordelaar: Beoordelaar) -> Iterator[RuleError]:
    """Paragraphs that hang on a fact which nobody is asked for: no version of the leave reads it, and the letter can be
    written without it."""
    needed = {fact for tree in (letter, variant) for fact, _ in _facts(tree.get("vereist", {}))}
    plans = [plan for plan in beoordelaar.plans.values() if plan.id == verlof]
    for paragraph in letter.get("alineas", ()):
        for fact, place in _facts(paragraph.get("bij", {})):
            asked = fact in needed or fact in MONEY_FACTS or any(plan.reads_one_of((fact,)) for plan in plans)
            if not asked:
                yield place.error(f"geen versie van dit verlof leest `{fact}`, dus niemand wordt ernaar gevraagd")


def _facts(guard: Tree) -> Iterator[tuple[str, Passage]]:
    """The facts that a guard looks at, each with where it stands."""
    for key in _GUARDS_ON_FACTS:
        yield from ((str(fact), fact) for fact in guard.get(key, ()))
    for key in _GUARDS_ON_OPTIONS:
        yield from ((fact, values[0]) for fact, values in guard.get(key, {}).items())
    for key in _GUARDS_ON_DAYS:
        yield from guard.get(key, {}).items()
