"""The functions that the rules become, as one module of Python.

They are written one by one while the rules are read, and exist from then on; together they are compiled when the first
of them is called, or when `compile` is. What is written after that is compiled when it is called in its turn.
"""

import builtins
import marshal
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from threading import RLock
from types import CodeType, FunctionType
from typing import Any

_HEADER = '''"""The rules as Python functions of an environment. Written by verlof_api, not by hand.

Above each function stands the place in the rules where it was first needed; rules that read the same share one.
"""

from datetime import date, timedelta
from decimal import Decimal

from verlof_api.language.dates import SHIFTS
from verlof_api.language.functions import FUNCTIONS, divided

UNREAD = object()
'''
_MODULE = "__verlof_module__"  # where the functions of a module find it: no name that `function` gives
_PIECE = 200  # functions compiled at a time: the tree of a whole module takes a hundred megabytes
_NO_WORD = re.compile(r"\W+")


class Module:
    """A module that grows. Thread-safe once it is written.

    `file`: what stands in a traceback and in a profile.
    """

    def __init__(self, file: str = "<rules>") -> None:
        self._file = file
        self._written: list[str] = []
        self._waiting: list[str] = []
        self._constants: list[str] = []
        self._functions: dict[str, FunctionType] = {}
        self._taken: dict[str, int] = {}
        self._begin()

    def _begin(self) -> None:
        self._lock = RLock()
        self._namespace: dict[str, Any] = {"__builtins__": builtins, "__name__": "rules", _MODULE: self}
        self._run(_HEADER)

    def __getitem__(self, name: str) -> FunctionType:
        return self._functions[name]

    @property
    def text(self) -> str:
        """The whole module, to read; of one that was kept, only what was written since."""
        return "\n".join([_HEADER, *self._written])

    def constant(self, about: str, source: str) -> str:
        """The name of a constant with this source."""
        name = self._name(about)
        statement = f"{name} = {source}\n"
        self._constants.append(statement)
        self._write(statement)
        return name

    def function(self, about: str, parameters: str, lines: Sequence[str], place: str = "") -> str:
        """The name of a function with this source."""
        name = self._name(about)
        comment = f"# {' '.join(place.split())}\n" if place else ""
        self._write(f"\n{comment}def {name}({parameters}):\n " + "\n ".join(lines) + "\n")
        later = FunctionType(_compiled_first.__code__, self._namespace, name)
        later.__kwdefaults__ = {"module": self, "name": name}
        self._functions[name] = self._namespace[name] = later
        return name

    def compile(self) -> None:
        """Compile what is not compiled yet."""
        with self._lock:
            while self._waiting:
                code = self._run("\n".join(self._waiting[:_PIECE]))
                self._take_over(code)
                del self._waiting[:_PIECE]

    def forget_text(self) -> None:
        """Compile what is not compiled yet, and let go of what could be read."""
        self.compile()
        self._written.clear()

    def _write(self, statement: str) -> None:
        self._written.append(statement)
        self._waiting.append(statement)

    def _run(self, source: str) -> CodeType:
        code = compile(source, self._file, "exec")
        exec(code, self._namespace)  # noqa: S102 -- written from typed trees only
        return code

    def _take_over(self, code: CodeType) -> None:
        """Give every function that `code` defines its own code: whoever holds the function need not know."""
        for name in code.co_names:
            function = self._functions.get(name)
            defined = self._namespace.get(name)
            if function is not None and isinstance(defined, FunctionType) and defined is not function:
                function.__code__, function.__kwdefaults__ = defined.__code__, None
                self._namespace[name] = function

    def __getstate__(self) -> tuple[object, ...]:
        """What can be kept: the code of every function, and what makes the constants again."""
        self.compile()
        codes = marshal.dumps({name: function.__code__ for name, function in self._functions.items()})
        return self._file, self._constants, self._taken, codes

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._file, self._constants, self._taken, codes = state
        self._written, self._waiting, self._functions = [], [], {}
        self._begin()
        self._run("".join(self._constants))
        for name, code in marshal.loads(codes).items():  # noqa: S302 -- whoever kept it answers for what it is
            self._functions[name] = self._namespace[name] = FunctionType(code, self._namespace, name)

    def _name(self, about: str) -> str:
        """A name that is not taken, which begins with what it is about."""
        word = _NO_WORD.sub("_", about)
        number = self._taken[word] = self._taken.get(word, -1) + 1
        return f"{word}_{number}"


def module_of(function: FunctionType) -> Module | None:
    """The module that a function belongs to; None of any other function."""
    module: Module | None = function.__globals__.get(_MODULE)
    return module


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
