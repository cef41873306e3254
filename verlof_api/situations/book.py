"""The life situations of a folder of rules, and the words by which they are found (situaties.yaml, synoniemen)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verlof_api.law.errors import Loaded
from verlof_api.law.folder import Folder
from verlof_api.law.regelboek import Rulebook
from verlof_api.situations.levenssituaties import Levenssituatie, load_levenssituaties
from verlof_api.situations.synoniemen import Synoniemen, load_synoniemen


@dataclass(frozen=True)
class SituationBook:
    """`levenssituaties`: by id, in the order of the file; `synoniemen`: per language. Both can be empty."""

    levenssituaties: Mapping[str, Levenssituatie] = field(default_factory=dict)
    synoniemen: Mapping[str, Synoniemen] = field(default_factory=dict)

    def verwijzingen(self) -> dict[str, dict[str, str]]:
        """Per language, of the situations of which the answer lies outside the law of leave: that answer."""
        pointers: dict[str, dict[str, str]] = {}
        for id, situatie in self.levenssituaties.items():
            for taal, words in situatie.teksten.items():
                if words.verwijzing is not None:
                    pointers.setdefault(taal, {})[id] = str(words.verwijzing)
        return pointers


def load_situaties(folder: Folder, rulebook: Rulebook) -> Loaded[SituationBook]:
    """The situations. A folder without situaties.yaml has none, which is no mistake."""
    situaties = load_levenssituaties(folder, rulebook)
    synoniemen = load_synoniemen(folder)
    errors = (*situaties.errors, *synoniemen.errors)
    if situaties.value is None or synoniemen.value is None:
        return Loaded(None, errors)
    return Loaded(SituationBook(situaties.value, synoniemen.value), errors)
