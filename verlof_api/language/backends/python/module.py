"""The functions that the rules become, as one module of Python.

They are written one by one while the rules are read, and exist from then on; together they are compiled when the first
of them is called, or when `compile` is. What is written after that is compiled when it is called in its turn.
"""

import builtins
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from threading import RLock
from types import CodeType, FunctionType
from typing import Any

_HEADER = '''"""The rules as Python functions of an environment: names to values. Written by verlof_api, not by hand.

Above each function stands the place in the rules where it was first needed; rules that read the same share one.
"""

from datetime import date, timedelta
from decimal import Decimal

from verlof_api.language.dates import SHIFTS
from verlof_api.language.functions import FUNCTIONS, divided

UNREAD = object()
'''
_PIECE = 200  # functions compiled at a time: the tree of a whole module takes a hundred megabytes
_NO_WORD = re.compile(r"\W+")


class Module:
    """A module that grows. Thread-safe once it is written.

    `file`: what stands in a traceback and in a profile.
    """

    def __init__(self, file: str = "<rules>") -> None:
        self._file = file
        self._namespace: dict[str, Any] = {"__builtins__": builtins, "__name__": "rules"}
        self._written: list[str] = [_HEADER]
        self._compiled = 0  # how many of those are
        self._functions: dict[str, FunctionType] = {}
        self._taken: dict[str, int] = {}
        self._lock = RLock()

    def __getitem__(self, name: str) -> FunctionType:
        return self._functions[name]

    @property
    def text(self) -> str:
        """The whole module, to read."""
        return "\n".join(self._written)

    def constant(self, about: str, source: str) -> str:
        """The name of a constant with this source."""
        name = self._name(about)
        self._written.append(f"{name} = {source}\n")
        return name

    def function(self, about: str, parameters: str, lines: Sequence[str], place: str = "") -> str:
        """The name of a function with this source."""
        name = self._name(about)
        comment = f"# {' '.join(place.split())}\n" if place else ""
        self._written.append(f"\n{comment}def {name}({parameters}):\n " + "\n ".join(lines) + "\n")
        later = FunctionType(_compiled_first.__code__, self._namespace, name)
        later.__kwdefaults__ = {"module": self, "name": name}
        self._functions[name] = self._namespace[name] = later
        return name

    def compile(self) -> None:
        """Compile what is not compiled yet."""
        with self._lock:
            while self._compiled < len(self._written):
                piece = self._written[self._compiled : self._compiled + _PIECE]
                self._run(compile("\n".join(piece), self._file, "exec"))
                self._compiled += len(piece)

    def _run(self, code: CodeType) -> None:
        """Give every function that `code` defines its own code: whoever holds the function need not know."""
        exec(code, self._namespace)  # noqa: S102 -- written from typed trees only
        for name in code.co_names:
            function = self._functions.get(name)
            defined = self._namespace.get(name)
            if function is not None and isinstance(defined, FunctionType) and defined is not function:
                function.__code__, function.__kwdefaults__ = defined.__code__, None
                self._namespace[name] = function

    def _name(self, about: str) -> str:
        """A name that is not taken, which begins with what it is about."""
        word = _NO_WORD.sub("_", about)
        number = self._taken[word] = self._taken.get(word, -1) + 1
        return f"{word}_{number}"


def literal(value: Any) -> str:
    """How Python writes a value that can stand in the rules."""
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, timedelta):
        return f"timedelta(days={value.days})"
    if isinstance(value, Decimal):
        return f"Decimal({str(value)!r})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {literal(each)}' for key, each in value.items())}}}"
    if value is None or value == () or isinstance(value, bool | int | str):
        return repr(value)
    raise TypeError(f"a {type(value).__name__} cannot be written down")


def _compiled_first(*arguments: Any, module: Module, name: str) -> Any:
    """The code of a function that is not compiled yet."""
    module.compile()
    return module[name](*arguments)
