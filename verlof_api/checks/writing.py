"""A linter of language: what somebody reads is short, plain, whole, and the same in every language.

A rules folder without a style guide is only held to what needs none. Words from outside the rules (the widget, error
messages) can be held to the same, as `Text`.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from verlof_api.checks.figures import figures
from verlof_api.checks.prose import named_in_brackets, placeholders, sentences
from verlof_api.checks.schrijfwijzer import CheckedText, Schrijfwijzer, is_one_of, load_schrijfwijzer
from verlof_api.intake import today
from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder, kind_of
from verlof_api.law.model import Verlofsoort, Versie
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document, Located, Passage
from verlof_api.situations import SituationBook

_OF_ONE_LEAVE = frozenset({"tekst", "gedeeld-tekst"})
_WORDED = (
    *_OF_ONE_LEAVE,
    "feiten-tekst",
    "situaties-tekst",
    "brieven-tekst",
    "brief-tekst",
    "kaart-tekst",
    "agenda-tekst",
    "geldregel-tekst",
    "weigeringen-tekst",
    "weigering-tekst",
    "hiaten",
    "tegenspraak",
)
_TYPED_BY_PEOPLE = frozenset({"zoekwoorden"})  # what somebody may type, not what somebody reads


def language_findings(folder: Folder, rulebook: Rulebook, situaties: SituationBook) -> Iterator[RuleError]:
    """Everything in the words of the rules in `folder` that does not read as it must, in no particular order."""
    texts = texts_in(folder)
    guide = load_schrijfwijzer(folder)
    yield from guide.errors
    schrijfwijzer = guide.value
    unnamed = schrijfwijzer.law_unnamed_in if schrijfwijzer else ()
    ids = machine_words(rulebook)
    if schrijfwijzer is not None:
        yield from figures(rulebook, situaties, schrijfwijzer, today())
    for text in texts:
        if schrijfwijzer is not None:
            yield from plain(text, schrijfwijzer)
        yield from no_machine_words(text, ids)
    yield from every_language(texts, rulebook.talen)
    yield from said_once(texts)
    for verlofsoort in rulebook.verlofsoorten.values():
        yield from size_in_words(verlofsoort, frozenset(rulebook.feiten))
        for error in law_is_named(verlofsoort, rulebook):
            if not is_one_of(error.file, unnamed):
                yield error


def texts_in(folder: Folder) -> list[CheckedText]:
    """Every text for people in `folder`, but not the words that people themselves may type."""
    return [text for document in folder.of_kind(*_WORDED) for text in _texts(document, folder.talen)]


def _texts(document: Document, talen: Collection[str]) -> Iterator[CheckedText]:
    language = document.file.removesuffix(".yaml").rpartition(".")[2]
    for path, words in leaves(document.located(), ()):
        if _TYPED_BY_PEOPLE.intersection(path):
            continue
        if language in talen:
            yield CheckedText(document.file, path, language, words)
        elif path[-1] in talen:
            yield CheckedText(document.file, path[:-1], path[-1], words)


def leaves(data: Located, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Passage]]:
    """Every text in located data, with the keys under which it stands."""
    if isinstance(data, Passage):
        if isinstance(data.value, str):
            yield path, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from leaves(value, (*path, str(key)))


def plain(text: CheckedText, schrijfwijzer: Schrijfwijzer) -> Iterator[RuleError]:
    """Sentences that are too long, and words that do not belong in a text for people."""
    most = schrijfwijzer.words_per_sentence[text.taal]
    for sentence in sentences(text.words):
        if len(sentence) > most:
            start = " ".join(sentence[:5])
            yield text.words.error(
                f"`{start} …` heeft {len(sentence)} woorden, hoogstens {most}: maak er twee zinnen van"
            )
    for forbidden in schrijfwijzer.forbidden:
        for word, rather in forbidden.found_in(text):
            yield text.words.error(f"`{word}`: beter is {rather}. {forbidden.why}")


def machine_words(rulebook: Rulebook) -> frozenset[str]:
    """The ids that nobody would take for a word: of facts, of options with a hyphen, of leaves."""
    facts = [id for id in rulebook.feiten if id != id.lower()]
    options = [option for feit in rulebook.feiten.values() for option in feit.opties if "-" in option]
    return frozenset([*facts, *options, *rulebook.verlofsoorten])


def no_machine_words(text: CheckedText, ids: frozenset[str]) -> Iterator[RuleError]:
    """Ids of facts, options and leaves in what people read."""
    for word in re.findall(r"[\w.-]*\w", re.sub(r"\{[^{}]*\}", " ", text.words)):
        if word in ids:
            yield text.words.error(f"`{word}` is een naam voor computers: zeg het in woorden")


def every_language(texts: Iterable[CheckedText], talen: Sequence[str]) -> Iterator[RuleError]:
    """What is not there in every language, what is the same as in the first, and values that only one of them has."""
    first, *others = talen
    pairs: dict[tuple[str, tuple[str, ...]], dict[str, CheckedText]] = defaultdict(dict)
    for text in texts:
        pairs[text.file_in_any_language, text.path][text.taal] = text
    for pair in pairs.values():
        some = next(iter(pair.values()))
        where = ".".join(some.path)
        missing = [taal for taal in talen if taal not in pair]
        if missing:
            yield some.words.error(f"{where}: hier is geen tekst in `{missing[0]}`")
            continue
        original = pair[first].words
        for words in (pair[taal].words for taal in others):
            if placeholders(words) != placeholders(original):
                yield words.error(f"{where}: de waarden tussen accolades zijn niet die van de Nederlandse tekst")
            if words == original and sum(map(len, sentences(words))) > 3:
                yield words.error(f"{where}: dit is de Nederlandse tekst")


def said_once(texts: Iterable[CheckedText]) -> Iterator[RuleError]:
    """Texts that say the same as another text of the same leave: one of the two tells people nothing."""
    seen: dict[tuple[str, str], CheckedText] = {}
    for text in texts:
        if kind_of(text.file) not in _OF_ONE_LEAVE:
            continue
        earlier = seen.setdefault((text.file, text.words.casefold()), text)
        if earlier is not text:
            yield text.words.error(f"{'.'.join(text.path)}: dezelfde tekst als {'.'.join(earlier.path)}")


def size_in_words(verlofsoort: Verlofsoort, facts: frozenset[str]) -> Iterator[RuleError]:
    """Formulas that are words and no sum over facts: they stand in the rule in one language, and in one version."""
    said: dict[str, Versie] = {}
    for versie in verlofsoort.versies:
        formule = versie.omvang.formule if versie.omvang else None
        if formule is None or facts.intersection(words := re.findall(r"[A-Za-z]{2,}", formule)) or not words:
            continue
        for text in verlofsoort.teksten.values():
            if text.hoeveel is None:
                yield text.naam.error(f"zeg de omvang in deze taal, als `hoeveel: …`: {formule}")
        said.setdefault(formule, versie)
    for versie in list(said.values())[1:]:
        yield versie.plek.error(
            f"{verlofsoort.id}: `formule` zegt iets anders dan eerst, maar `hoeveel` is één tekst voor alle versies:"
            " kies woorden die voor elke versie kloppen; de getallen staan in het antwoord"
        )


def law_is_named(verlofsoort: Verlofsoort, rulebook: Rulebook) -> Iterator[RuleError]:
    """Conditions that rest on an article while their words do not name the law in brackets, or name another law."""
    laws: dict[str, set[str]] = defaultdict(set)
    for versie in verlofsoort.versies:
        for voorwaarde in versie.voorwaarden:
            laws[voorwaarde.id].update(bron.wet for bron in voorwaarde.bronnen if bron.artikel is not None)
    wetten = rulebook.wetboek.wetten
    known = {name for wet in wetten.values() for name in (wet.afkorting, wet.naam)}
    for id, used in laws.items():
        right = {name for law in used for name in (law, wetten[law].naam)}
        for text in _said_about(id, verlofsoort) if used else ():
            named = known.intersection(named_in_brackets(text))
            if not named:
                yield text.error(f"`{id}` rust op een artikel: noem de wet tussen haakjes, zoals ({min(used)})")
            elif not named <= right:
                wrong = ", ".join(sorted(named - right))
                yield text.error(f"`{id}` rust op {', '.join(sorted(used))}, niet op {wrong}")


def _said_about(condition: str, verlofsoort: Verlofsoort) -> Iterator[Passage]:
    """What is said of a condition when it is known how it turned out, in every language."""
    for taal in verlofsoort.teksten:
        words = next(each.voorwaarden[condition] for each in verlofsoort.words(taal) if condition in each.voorwaarden)
        yield from (text for text in (words.voldaan, words.niet_voldaan, words.open_norm) if text is not None)
