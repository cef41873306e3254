"""What can be wrong with a rule file, said with the place where it is wrong, and what a loader gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class RuleError:
    """One mistake in a rule file: the file (relative to the rules folder), the line (1-based) and what is wrong."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class RulebookError(Exception):
    """The rulebook does not load. Carries every mistake found, so that one run shows them all."""

    def __init__(self, errors: Iterable[RuleError]) -> None:
        self.errors = tuple(sorted(set(errors)))
        super().__init__("\n".join(str(error) for error in self.errors))


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """What every loader gives: what it made of a folder of rules, and every mistake that it found there.

    `value` is None where the mistakes leave nothing to make. Where it is not None although there are mistakes, it is
    good enough to look for more of them, and for nothing else.
    """

    value: T | None
    errors: tuple[RuleError, ...] = ()

    def or_raise(self) -> T:
        """The value. Raises RulebookError with every mistake, when there is one: nothing half-loads."""
        if self.errors or self.value is None:
            raise RulebookError(self.errors)
        return self.value


def attempt(make: Callable[[], T]) -> Loaded[T]:
    """What `make` gives, or the mistakes of the RulebookError that it raises."""
    try:
        return Loaded(make())
    except RulebookError as error:
        return Loaded(None, error.errors)
