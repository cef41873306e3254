"""Can the search tell the words of a situation from those of another that has nothing to do with it?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Passage
from verlof_api.situations import SituationBook
from verlof_api.situations.levenssituaties import Levenssituatie
from verlof_api.situations.vocabulary import SearchVocabulary

_Said = tuple[Levenssituatie, Passage]


def search_words(situaties: SituationBook) -> Iterator[RuleError]:
    """Search words that mean the same as those of a situation about other leaves: who types them gets both.

    What people do say for both stands under `dubbelzinnig`.
    """
    for taal in situaties.synoniemen:
        for alike in _by_meaning(situaties, taal).values():
            yield from _drawn(alike)


def _drawn(alike: Sequence[_Said]) -> Iterator[RuleError]:
    """Of words that the search cannot tell apart, those of a situation that shares no leave with an earlier one."""
    for place, (situation, words) in enumerate(alike):
        others = ((each, said) for each, said in alike[:place] if _apart(each, situation))
        other, said = next(others, (None, ""))
        if other is not None:
            same = "staat ook bij" if said == words else f"zoekt hetzelfde als `{said}` bij"
            yield words.error(
                f"{situation.id}: `{words}` {same} `{other.id}`, en dat gaat over ander verlof:"
                " haal het weg waar het niet hoort, of zet het onder `dubbelzinnig`"
            )


def _apart(one: Levenssituatie, other: Levenssituatie) -> bool:
    return one is not other and set(one.verlofsoorten).isdisjoint(other.verlofsoorten)


def _by_meaning(situaties: SituationBook, taal: str) -> dict[frozenset[str], list[_Said]]:
    """The titles and search words of all situations by what the search makes of them, without the ambiguous ones."""
    synonyms = situaties.synoniemen[taal]
    said: list[_Said] = []
    for situation in situaties.levenssituaties.values():
        text = situation.teksten[taal]
        said += [(situation, words) for words in (text.titel, *text.zoekwoorden)]
    vocabulary = SearchVocabulary(taal, synonyms, (words for _, words in said))
    ambiguous = {frozenset(vocabulary.parse(each).termen) for each in synonyms.dubbelzinnig}
    meanings: dict[frozenset[str], list[_Said]] = defaultdict(list)
    for situation, words in said:
        terms = frozenset(vocabulary.parse(words).termen)
        if terms and terms not in ambiguous:
            meanings[terms].append((situation, words))
    return meanings
