"""Every value of a rule file, with the keys under which it stands."""

from collections.abc import Iterator

from verlof_api.law.strict_yaml import Document, Located, Passage

Path = tuple[str, ...]


def scalars(document: Document) -> Iterator[tuple[Path, Passage]]:
    """Each scalar of a file, with its path: keys, and places in a list as text."""
    yield from _below(document.located(), ())


def _below(data: Located, path: Path) -> Iterator[tuple[Path, Passage]]:
    if isinstance(data, Passage):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _below(value, (*path, str(key)))
    else:
        for index, value in enumerate(data):
            yield from _below(value, (*path, str(index)))
