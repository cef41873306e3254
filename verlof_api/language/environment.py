"""What an expression is worked out against: what its names mean in one situation, and what was taken for granted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

PEILDATUM: Final = "peildatum"
ANKERDATUM: Final = "ankerdatum"
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(slots=True, eq=False)
class Environment:
    """The names of one version of the law in one situation. Made anew for each situation and version.

    Compiled functions read these attributes, and add to `values` and `assumed` what they work out along the way.

    `values`: each name that has a value: told facts and what they imply, the day of asking and the anchor day, and the
    named values that were read. A name that is absent, or None, is unknown; a per-leave fact is named `fact@leave`.
    `told`: the facts as they were told; nothing stands in for them here.
    `withheld`: facts that play a part untold, so that nothing may stand in for them and `bekend` of them is unknown.
    `assumed`: what was taken for facts that were not told, in the order in which they were read.
    """

    values: dict[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)
    withheld: frozenset[str] = _NOTHING
    assumed: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls, told: Mapping[str, Any], peildatum: date | None = None, withheld: frozenset[str] = _NOTHING
    ) -> "Environment":
        """That of told facts, on a day of asking; None where no day counts."""
        return cls({**told, PEILDATUM: peildatum}, told, withheld)

    def under(self, anchor: date) -> "Environment":
        """The same situation under the version of the law that this anchor day chooses: nothing is assumed yet."""
        return Environment({**self.values, ANKERDATUM: anchor}, self.told, self.withheld, {})

    def changed(self, facts: Mapping[str, Any], peildatum: date) -> "Environment":
        """The situation in which these facts are told too, or otherwise, and that is asked about on another day."""
        return Environment({**self.values, **facts, PEILDATUM: peildatum}, {**self.told, **facts}, self.withheld)

    def get(self, name: str) -> Any:
        """The value of a name; None when it is unknown."""
        return self.values.get(name)

    def first_known(self, names: Iterable[str]) -> Any:
        """The value of the first of these names that has one; None when none has."""
        return next((value for name in names if (value := self.values.get(name)) is not None), None)

    @property
    def peildatum(self) -> date:
        """The day of asking."""
        day: date = self.values[PEILDATUM]
        return day

    @property
    def ankerdatum(self) -> date:
        """The day that chose the version of the law. Raises KeyError before one was chosen (see `under`)."""
        day: date = self.values[ANKERDATUM]
        return day


def key_of(feit: str, verlof: str) -> str:
    """The name under which an environment keeps what a per-leave fact says of one leave."""
    return f"{feit}@{verlof}"


def fact_of(key: str) -> str:
    """The fact that a name in an environment is of."""
    return key.partition("@")[0]


def leave_of(key: str) -> str | None:
    """The leave that a name in an environment is about; None where the fact is not told per leave."""
    return key.partition("@")[2] or None


Run = Callable[[Environment], Any]
"""A compiled expression: its value, None when that is unknown."""

Found = dict[str, None]
"""Names of facts as an environment has them, in order of first use."""

Find = Callable[[Environment, Found, set[str]], None]
"""What adds to the names that were found the untold facts on which something still turns. The set holds the names that
were looked into already: several finds that share it look into each name once."""
