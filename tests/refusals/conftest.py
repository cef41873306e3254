"""The refusals of the real rules, asked as a client asks them: told in JSON, answered in JSON."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.letters.letters import make_schrijver
from tests.support.answers import decoded
from tests.support.real_rules import real_folder, real_situations
from verlof_api.assessment import Beoordelaar
from verlof_api.law import Rulebook
from verlof_api.refusals import Weigeringen
from verlof_api.refusals.book import load_weigeringen
from verlof_api.refusals.judge import RefusalJudge
from verlof_api.refusals.model import RefusalBook
from verlof_api.refusals.request import WeigeringIntake

ASKED_ON = date(2026, 11, 22)


@pytest.fixture(scope="session")
def weigerboek(real_rulebook: Rulebook) -> RefusalBook:
    return load_weigeringen(real_folder(), real_rulebook).or_raise()


@pytest.fixture(scope="session")
def weigeringen(real_beoordelaar: Beoordelaar, weigerboek: RefusalBook) -> Weigeringen:
    return Weigeringen(RefusalJudge(real_beoordelaar, weigerboek), make_schrijver(real_beoordelaar))


@pytest.fixture(scope="session")
def told(weigeringen: Weigeringen, real_rulebook: Rulebook, weigerboek: RefusalBook) -> Callable[..., Any]:
    """`told(verlof, reden, datum, vorm=…, peildatum=…, taal=…, **feiten)`: the answer as decoded JSON."""
    intake = WeigeringIntake(real_rulebook, real_situations(), weigerboek)

    def told(
        verlof: str,
        reden: str,
        datum: str | None = None,
        *,
        vorm: dict[str, bool] | None = None,
        peildatum: str = ASKED_ON.isoformat(),
        taal: str = "nl",
        **feiten: Any,
    ) -> Any:
        weigering = {"reden": reden, "vorm": vorm or {}} | ({} if datum is None else {"datum": datum})
        body = {"peildatum": peildatum, "verlofsoort": verlof, "feiten": feiten, "weigering": weigering}
        return decoded(weigeringen.weigering(intake.weigering(body, ASKED_ON), taal))

    return told
