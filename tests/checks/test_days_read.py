"""Which text was read for a version is one of its own days, and never an older one than before."""

from dataclasses import replace
from datetime import date

import pytest

from verlof_api.checks.lint import days_read
from verlof_api.law import Rulebook

LEAVE = "wazo.boomverlof"  # its versions begin in 2010 and in 2020


@pytest.mark.parametrize(
    ("version", "day", "said"),
    [
        (0, date(2020, 1, 1), "ligt na 2019-12-31"),
        (0, date(2019, 12, 31), None),
        (0, date(2009, 12, 31), "ligt voor `van: 2010-01-01`"),
        (1, date(2010, 5, 31), "is een oudere tekst dan die van de versie ervoor (2010-06-01)"),
        (1, date(2019, 12, 31), "ligt voor `van: 2020-01-01`: staat de wijziging al in die tekst?"),
        (1, date(2010, 6, 1), None),  # the same text as the version before: no new text made this version
        (1, date(2227, 1, 1), "welke tekst is er gelezen?"),
        (1, date(2020, 1, 1), None),
    ],
)
def test_the_day_of_the_text_that_was_read_fits_the_version(
    trees: Rulebook, version: int, day: date, said: str | None
) -> None:
    soort = trees.verlofsoorten[LEAVE]
    versies = list(soort.versies)
    versies[version] = replace(versies[version], gelezen=day)
    found = list(days_read(replace(soort, versies=tuple(versies)), trees.eerste_dag))
    assert [said in finding.message for finding in found] == ([] if said is None else [True])


def test_where_the_rules_begin_an_older_text_may_hold(trees: Rulebook) -> None:
    soort = trees.verlofsoorten[LEAVE]
    first = replace(soort.versies[0], gelezen=date(2000, 7, 1))
    begun = replace(soort, versies=(first,))
    assert list(days_read(begun, first.van)) == []


def test_every_version_of_the_rules_says_so_rightly(real_rulebook: Rulebook) -> None:
    for soort in real_rulebook.verlofsoorten.values():
        assert list(days_read(soort, real_rulebook.eerste_dag)) == []
