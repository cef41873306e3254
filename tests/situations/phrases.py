"""The phrases of people, in a part to improve the search with and a part that is held out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Phrase:
    text: str
    taal: str
    situatie: str | None = None

    @property
    def held_out(self) -> bool:
        """A fixed fifth, by the hash of the phrase: never looked at to improve the search."""
        return int.from_bytes(sha256(self.text.encode()).digest()[:8], "big") % 5 == 0


def phrases(file: str) -> Iterator[Phrase]:
    """All phrases of zinnen.yaml or zinnen_vers.yaml, with the situation each must find."""
    for situatie, talen in _read(file).items():
        for taal, texts in talen.items():
            yield from (Phrase(text, taal, situatie) for text in texts)


def unrelated() -> Iterator[Phrase]:
    """The phrases of niets.yaml, which must find nothing."""
    for taal, texts in _read("niets.yaml").items():
        yield from (Phrase(str(text), taal) for text in texts)


def hit_rates(found: Callable[[Phrase], list[str]], asked: list[Phrase]) -> tuple[float, float]:
    """How often the right situation comes first, and how often it is among the first three."""
    answers = [(phrase.situatie, found(phrase)) for phrase in asked]
    first = sum(ids[:1] == [wanted] for wanted, ids in answers)
    among_three = sum(wanted in ids[:3] for wanted, ids in answers)
    return first / len(asked), among_three / len(asked)


def _read(file: str) -> Any:
    return yaml.safe_load((HERE / file).read_text())
