"""What someone wants of a leave: in hours, in weeks or up to a last day, and whether that is more than is left.

What follows from what, and when it is sure, stands in the rules (`volgt` and `ongeveer` of a fact).
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from verlof_api.language.environment import Environment, Run
from verlof_api.law.feit import Feit, Told, Value

FIRST_DAY, LAST_DAY = "gewensteIngangsdatum", "gewensteEinddatum"
HOURS, WEEKS = "gewensteUren", "gewensteWeken"
ASKED, LEFT = "urenGevraagd", "tegoedUren"
Number = int | Decimal


class Following(NamedTuple):
    """What a fact is when it was not told but other things were: surely, or by and large."""

    volgt: Run | None
    ongeveer: Run | None


class Beyond(NamedTuple):
    """A wish larger than the balance, in `eenheid` (uren or weken)."""

    eenheid: str
    gevraagd: Number
    over: Number

    @property
    def shortage(self) -> Number:
        return self.gevraagd - self.over


class Wishes:
    """The wishes about one version of a leave. `shared`: what makes a shared value of a name, where there is one.

    `omvang`: what works out the measures of its size.
    """

    def __init__(
        self, feiten: Mapping[str, Feit], omvang: Mapping[str, Run], shared: Callable[[str], Run | None]
    ) -> None:
        self.following = {
            id: Following(*(None if name is None else shared(name) for name in (feit.volgt, feit.ongeveer)))
            for id, feit in feiten.items()
            if feit.volgt or feit.ongeveer
        }
        self._wishes = [id for id in self.following if feiten[id].wens]
        self._asked, self._balance = shared(ASKED), shared(LEFT)
        self._left, self._weeks = omvang.get("resterendeUren"), omvang.get("weken")

    def of(self, told: Told, env: Environment) -> dict[str, Value]:
        """`told` with the wishes that surely follow from it; nothing that is only assumed."""
        follows = {id: run(env) for id in self._wishes if id not in told and (run := self.following[id].volgt)}
        return {**told, **{id: value for id, value in follows.items() if value is not None}}

    def left(self, env: Environment) -> Decimal | None:
        """The balance in hours; None when it is not known."""
        hours = _value(self._balance, env)
        return None if hours is None else Decimal(hours)

    def beyond(self, env: Environment) -> Beyond | None:
        """How much more is asked for than is left; None when it is not, or when that is not known."""
        asked = _value(self._asked, env)
        if asked is not None:
            left = _value(self._balance, env)
            left = _value(self._left, env) if left is None else left
            return None if left is None or asked <= left else Beyond("uren", asked, left)
        weeks, most = env.get(WEEKS), _value(self._weeks, env)
        if self._left is None or weeks is None or most is None or weeks <= most:
            return None
        return Beyond("weken", weeks, most)


def _value(run: Run | None, env: Environment) -> Number | None:
    return None if run is None else run(env)
