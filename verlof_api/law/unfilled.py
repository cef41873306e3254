"""Places in a rule file that somebody still has to fill in, as `verlof nieuw` leaves them.

Such a place begins with a mark and goes on with what belongs there. Rules with one do not load, whatever kind of value
it is: a skeleton of a law must never answer anybody.
"""

from collections.abc import Iterator

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Document, Path

MARK = "INVULLEN"


def unfilled(document: Document) -> Iterator[RuleError]:
    """Every value and every key of `document` that still has the mark, with what belongs there."""
    for path, text in _texts(document.data, ()):
        if text.startswith(MARK):
            yield document.error(path, f"nog invullen: {text.removeprefix(MARK).strip() or 'deze plaats'}")


def _texts(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key
            yield from _texts(value, (*path, key))
