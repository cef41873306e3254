"""All the rules together, and what they know that they do not cover."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from verlof_api.law.bedragtabel import BedragTabel
from verlof_api.law.bronnen import Bron, Wetboek
from verlof_api.law.feit import Eigenschappen, Feit
from verlof_api.law.grenzen import Grenzen
from verlof_api.law.model import Verlofsoort
from verlof_api.law.strict_yaml import Passage
from verlof_api.law.tegenspraak import Tegenspraak


@dataclass(frozen=True)
class Hiaat:
    """Something the law knows and these rules do not.

    `als`: when it touches a leave; without, it always does. `altijd`: it may change a refusal too.
    """

    id: str
    verlofsoorten: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    tekst: Mapping[str, str]
    als: Passage | None = None
    altijd: bool = False

    def concerns(self, verlof: str) -> bool:
        """Does it belong in answers about this leave? What holds of all leaves does so only under a condition."""
        return verlof in self.verlofsoorten if self.verlofsoorten else self.als is not None


@dataclass(frozen=True)
class Rulebook:
    """`talen`: the languages in which it has words, first that of who asks for none."""

    versie: str
    hash: str
    eerste_dag: date
    talen: tuple[str, ...]
    feiten: Mapping[str, Feit]
    eigenschappen: Eigenschappen | None
    wetboek: Wetboek
    zinnen: Mapping[str, Mapping[str, Passage]]
    bedragen: Mapping[str, BedragTabel]
    verlofsoorten: Mapping[str, Verlofsoort]
    hiaten: tuple[Hiaat, ...]
    tegenspraken: tuple[Tegenspraak, ...] = ()
    grenzen: Grenzen | None = None
