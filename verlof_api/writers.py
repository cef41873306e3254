"""Everything that writes documents, read from one folder of rules: what the service loads, and `verlof check` tries."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from verlof_api.assessment import Beoordelaar
from verlof_api.calendar.book import load_agenda
from verlof_api.calendar.writer import Agenda
from verlof_api.law import RULES, RulebookError, RuleError
from verlof_api.letters.book import read_brieven
from verlof_api.letters.writer import Schrijver
from verlof_api.money.book import load_geldregel
from verlof_api.money.writer import Geldregels
from verlof_api.refusals.answer import Weigeringen
from verlof_api.refusals.book import load_weigeringen

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Writers:
    """Built once per process."""

    schrijver: Schrijver
    weigeringen: Weigeringen
    agenda: Agenda
    geldregels: Geldregels

    @classmethod
    def load(cls, beoordelaar: Beoordelaar, root: Path = RULES) -> "Writers":
        """Those of the rules in folder `root`. Raises RulebookError with every mistake in every file they read."""
        rulebook, errors = beoordelaar.rulebook, list[RuleError]()

        def tried(make: Callable[[], _Made]) -> _Made | None:
            try:
                return make()
            except RulebookError as error:
                errors.extend(error.errors)
                return None

        schrijver = tried(lambda: Schrijver(beoordelaar, read_brieven(root, rulebook)))
        refusals = tried(lambda: load_weigeringen(rulebook, root))
        agenda = tried(lambda: Agenda(rulebook, load_agenda(rulebook, root)))
        geldregels = tried(lambda: Geldregels(load_geldregel(rulebook, root), beoordelaar.languages))
        if schrijver is None or refusals is None or agenda is None or geldregels is None:
            raise RulebookError(errors)
        return cls(schrijver, Weigeringen(beoordelaar, refusals, schrijver), agenda, geldregels)
