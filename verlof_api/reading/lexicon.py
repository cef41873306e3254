"""What the names of one version of a leave are called when its rules are read aloud."""

from collections.abc import Iterable, Iterator

from verlof_api.language.backends.dutch import Lexicon, Meaning, spoken
from verlof_api.language.environment import ANKERDATUM, PEILDATUM
from verlof_api.language.program import LEFT
from verlof_api.law.model import Verlofsoort, Versie
from verlof_api.law.regelboek import Rulebook

_DUTCH = "nl"  # a rule is read in the language of the law


def lexicon_of(rulebook: Rulebook, verlofsoort: Verlofsoort, versie: Versie) -> Lexicon:
    """The words for everything that an expression of this version can name."""
    named = (PEILDATUM, ANKERDATUM, LEFT, *_defined(verlofsoort, versie))
    labels = dict(_facts(rulebook)) | {Meaning(name): spoken(name) for name in named}
    return Lexicon(labels, nooit_bekend=Meaning(LEFT), verlof=verlofsoort.id)


def _defined(verlofsoort: Verlofsoort, versie: Versie) -> Iterator[str]:
    for shared in verlofsoort.gedeeld:
        yield from shared.afgeleid
        yield from shared.gewoonlijk
    yield from versie.afgeleid


def _facts(rulebook: Rulebook) -> Iterator[tuple[Meaning, str]]:
    labels = {id: str(feit.teksten[_DUTCH].label) for id, feit in rulebook.feiten.items()}
    for id, label in labels.items():
        yield Meaning(id), label
    for id in _per_leave(rulebook):
        for verlof, soort in rulebook.verlofsoorten.items():
            naam = str(soort.teksten[_DUTCH].naam)
            yield Meaning(id, verlof=verlof), f"{labels[id]} bij {naam[0].lower()}{naam[1:]}"
    if rulebook.eigenschappen is not None:
        feit = rulebook.eigenschappen.feit
        for eigenschap in rulebook.eigenschappen.soorten:
            yield Meaning(feit, eigenschap=eigenschap), f"{spoken(eigenschap)} van {labels[feit]}"


def _per_leave(rulebook: Rulebook) -> Iterable[str]:
    return [id for id, feit in rulebook.feiten.items() if feit.per_verlof]
