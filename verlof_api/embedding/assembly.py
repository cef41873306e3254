"""One script out of hand-written ES modules, by putting each after the ones it imports.

A browser checks the `integrity` of the script it is given and not of what that imports, so that an embedder's hash
covers everything only when everything is one file. No bundler is needed: the modules keep to a plain form (see
`_IMPORT` and `_EXPORT`) in which taking the imports and the word `export` away gives the same program.
"""

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from posixpath import dirname, join, normpath
from typing import Final

# import { a, b } from "./other.js";
_IMPORT: Final = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:const|let|class|function) \w)", re.MULTILINE)
_TOP_LEVEL: Final = re.compile(r"^(?:async )?(?:const|let|class|function) (\w+)", re.MULTILINE)
# Comments that have lines to themselves: for who reads the modules, not for every visitor's line.
# No text over several lines may have a line that begins like one.
_COMMENT: Final = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class AssemblyError(ValueError):
    """The modules are not in the plain form; the message names module and line."""


def assemble(folder: Traversable, entry: str) -> str:
    """
    The module `entry` in `folder` and all it imports as one ES module, without exports and comments.

    Raises AssemblyError for another form of import or export, a cycle, or one name at the top of two modules.
    """
    owners: dict[str, str] = {}
    parts = []
    for path, source in _in_order(folder, entry, ()):
        body = _EXPORT.sub("", _IMPORT.sub("", source))
        if left := _LEFT.search(body):
            raise AssemblyError(f"{path}: `{left[0]}` is not a plain import or export")
        for name in _TOP_LEVEL.findall(body):
            if owners.setdefault(name, path) != path:
                raise AssemblyError(f"{path}: `{name}` also stands in {owners[name]}")
        parts.append(f"// {path}\n{_COMMENT.sub('', body).strip()}\n")
    return "\n".join(parts)


def _in_order(
    folder: Traversable, path: str, above: tuple[str, ...], done: set[str] | None = None
) -> Iterator[tuple[str, str]]:
    """Each module once, as path and source, after what it imports."""
    done = set() if done is None else done
    if path in above:
        raise AssemblyError(f"{path} imports itself through {' and '.join(above[above.index(path) + 1 :])}")
    if path in done:
        return
    source = folder.joinpath(path).read_text("utf-8")
    for _, other in _IMPORT.findall(source):
        yield from _in_order(folder, normpath(join(dirname(path), other)), (*above, path), done)
    done.add(path)
    yield path, source
