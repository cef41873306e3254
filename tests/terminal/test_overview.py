"""The table of `verlof check`: every version by a name that can be looked up."""

import pytest
from click.testing import CliRunner

from verlof_api.assessment import Beoordelaar
from verlof_api.cli import main


def test_every_leave_stands_whole_in_the_table_of_a_narrow_terminal(
    real_beoordelaar: Beoordelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    output = CliRunner().invoke(main, ["check", "--tabel"]).output
    assert "…" not in output
    shown = {tuple(map(str.strip, row.split("│")[1:3])) for row in output.splitlines() if row.startswith("│")}
    assert shown == {(plan.id, plan.versie.van.isoformat()) for plan in real_beoordelaar.plans.values()}
