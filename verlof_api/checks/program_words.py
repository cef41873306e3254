"""What the program itself says is held to the style guide of its rules, as the words of the law are."""

from collections.abc import Iterable, Iterator

from verlof_api.checks.schrijfwijzer import CheckedText, Schrijfwijzer
from verlof_api.checks.writing import every_language, leaves, machine_words, no_machine_words, plain
from verlof_api.law.errors import RuleError
from verlof_api.law.regelboek import Rulebook
from verlof_api.phrases import WORDS, load_phrases

_TYPED = "getypt"  # what somebody may type, not what somebody reads


def program_texts() -> list[CheckedText]:
    """Every sentence in words/, in every language, but not the words that people themselves may type.

    Read anew: what was kept between two starts does not know the line of a sentence.
    """
    return [
        CheckedText(document.file, path, taal, words)
        for taal, phrases in load_phrases(WORDS).items()
        for document in phrases.documents.values()
        for path, words in leaves(document.located(), ())
        if _TYPED not in path
    ]


def program_findings(
    texts: Iterable[CheckedText], schrijfwijzer: Schrijfwijzer, rulebook: Rulebook
) -> Iterator[RuleError]:
    """Everything in `texts` that does not read as it must, in no particular order."""
    ids, told = machine_words(rulebook), [text for text in texts if text.taal in rulebook.talen]
    for text in told:
        yield from plain(text, schrijfwijzer)
        yield from no_machine_words(text, ids)
    yield from every_language(told, rulebook.talen)
