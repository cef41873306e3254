"""From a text to plain words, and from a word to how it sounds."""

import re
import unicodedata
from collections.abc import Iterable

_APOSTROPHES = dict.fromkeys(map(ord, "'`´‘’ʼ＇"))
_WORD = re.compile(r"[a-z]+|[0-9]+")
_STRETCHED = re.compile(r"([a-z])\1{2,}")


def woorden(tekst: str) -> list[str]:
    """The words of a text in plain small letters; numbers are words too, everything else parts them.

    Compatibility forms and accents fall away (Unicode UAX 15, NFKD), and so do apostrophes, so that zzp'er and zzper
    are one word. Stretched letters shrink to two.

    >>> woorden("M'n cv-ketel lékt!!! 😱 zzp'er, 2x ziéééék")
    ['mn', 'cv', 'ketel', 'lekt', 'zzper', '2', 'x', 'zieek']
    """
    parted = unicodedata.normalize("NFKD", tekst.translate(_APOSTROPHES).casefold())
    plain = "".join(character for character in parted if not unicodedata.combining(character))
    return [_STRETCHED.sub(r"\1\1", word) for word in _WORD.findall(plain)]


def sound(woord: str, klanken: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """How a word sounds, so that one that is spelt by ear is still found; `klanken`: what sounds alike, in order.

    >>> klank("kwartier", [(re.compile("c|q"), "k"), (re.compile("ie"), "i")])
    'kwartir'
    """
    for pattern, sound in klanken:
        woord = pattern.sub(sound, woord)
    return woord
