"""Which text was read for a version is one of its own days, and never an older one than before."""

from dataclasses import replace
from datetime import date

import pytest

from verlof_api.checks.lint import days_read
from verlof_api.law import Rulebook

LEAVE = "wazo.geboorteverlof"


@pytest.mark.parametrize(
    ("version", "day", "said"),
    [
        (0, date(2020, 7, 1), "lies after 2020-06-30"),
        (0, date(2020, 6, 30), None),
        (1, date(2018, 12, 31), "is an older text than that of the version before it"),
        (-1, date(2227, 1, 1), "which text was read?"),
        (-1, date(2025, 1, 1), None),
    ],
)
def test_the_day_of_the_text_that_was_read_fits_the_version(
    real_rulebook: Rulebook, version: int, day: date, said: str | None
) -> None:
    soort = real_rulebook.verlofsoorten[LEAVE]
    versies = list(soort.versies)
    versies[version] = replace(versies[version], gelezen=day)
    found = list(days_read(replace(soort, versies=tuple(versies))))
    assert [said in finding.message for finding in found] == ([] if said is None else [True])


def test_every_version_of_the_rules_says_so_rightly(real_rulebook: Rulebook) -> None:
    for soort in real_rulebook.verlofsoorten.values():
        assert list(days_read(soort)) == []
