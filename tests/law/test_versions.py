"""The versions of a leave: in order, without overlap, each written as the one before plus its amendments."""

from datetime import date

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.law.model import Verlofsoort, Versie

FILE = "wazo/zaaiverlof/regel.yaml"
HEAD = "id: wazo.zaaiverlof\nanker: []\nversies:\n"
FULL = """\
    gelezen: 2010-01-01
    voorwaarden:
      - {id: grond, als: tuin, bron: Bomenwet 1}
      - {id: zaad, als: besteld, bron: Bomenwet 2}
    termijnen:
      - {id: melden-werkgever, uiterlijk: peildatum, aan: werkgever, bron: Bomenwet 3}
      - {id: vervaldatum, uiterlijk: peildatum + 1 week, aan: niemand, bron: Bomenwet 3}
    waarschuwingen:
      - {code: te-laat-gemeld, als: schriftelijk, bron: Bomenwet 4}
      - {code: tegoed-op, als: tuin, bron: Bomenwet 4}
    stappen:
      - {id: graven, aan: werkgever, bron: Bomenwet 5}
      - {id: zaaien, aan: werkgever, bron: Bomenwet 5}
"""


def versions(*each: tuple[str, str]) -> str:
    return HEAD + "".join(f"  - geldig: {{{geldig}}}\n{body}" for geldig, body in each)


def amended(rules: RulesFolder, base: str, change: str) -> tuple[Versie, Versie]:
    """The two versions of a leave: `base` on top of FULL, and one that amends it."""
    rules.leave(versions(("van: 2010-01-01", FULL + base), ("van: 2020-01-01", "    zoals: 2010-01-01\n" + change)))
    first, second = rules.load().verlofsoorten["wazo.zaaiverlof"].versies
    return first, second


def leave(rules: RulesFolder, *each: tuple[str, str]) -> Verlofsoort:
    rules.leave(versions(*each))
    return rules.load().verlofsoorten["wazo.zaaiverlof"]


# --- when a version applies ----------------------------------------------------------------------


def test_a_version_ends_the_day_before_the_next_one(rules: RulesFolder) -> None:
    first, second = leave(rules, ("van: 2010-01-01", FULL), ("van: 2020-03-01", FULL)).versies
    assert (first.tot, second.tot) == (date(2020, 2, 29), None)


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2009, 12, 31), None),
        (date(2010, 1, 1), date(2010, 1, 1)),
        (date(2012, 12, 31), date(2010, 1, 1)),
        (date(2013, 1, 1), None),
        (date(2014, 12, 31), None),
        (date(2015, 1, 1), date(2015, 1, 1)),
        (date(2019, 12, 31), date(2015, 1, 1)),
        (date(2020, 1, 1), None),
    ],
)
def test_a_leave_is_known_only_within_its_versions(rules: RulesFolder, day: date, begins: date | None) -> None:
    soort = leave(rules, ("van: 2010-01-01, tot: 2012-12-31", FULL), ("van: 2015-01-01, tot: 2019-12-31", FULL))
    versie = soort.versie(day)
    assert (versie.van if versie else None) == begins


def test_versions_out_of_order_are_refused(rules: RulesFolder) -> None:
    rules.leave(versions(("van: 2020-01-01", FULL), ("van: 2010-01-01", FULL)))
    line = rules.line(FILE, "geldig:")
    assert rules.mistakes() == [
        f"{FILE}:{line}: de versies staan op volgorde van `van`, en er beginnen er geen twee op één dag"
    ]


def test_two_versions_that_begin_on_one_day_are_refused(rules: RulesFolder) -> None:
    rules.leave(versions(("van: 2010-01-01", FULL), ("van: 2010-01-01", FULL)))
    line = rules.line(FILE, "geldig:")
    assert rules.mistakes() == [
        f"{FILE}:{line}: de versies staan op volgorde van `van`, en er beginnen er geen twee op één dag"
    ]


def test_a_version_that_overlaps_the_next_is_refused(rules: RulesFolder) -> None:
    rules.leave(versions(("van: 2010-01-01, tot: 2020-01-01", FULL), ("van: 2020-01-01", FULL)))
    assert rules.mistakes() == [f"{FILE}:4: overlapt met de versie die op 2020-01-01 begint"]


def test_a_version_that_ends_before_it_begins_is_refused(rules: RulesFolder) -> None:
    rules.leave(versions(("van: 2010-01-01, tot: 2009-12-31", FULL)))
    assert rules.mistakes() == [f"{FILE}:4: `tot` ligt voor `van`"]


# --- `zoals` ------------------------------------------------------------------------------------


def test_what_is_not_amended_stays(rules: RulesFolder) -> None:
    first, second = amended(rules, "", "")
    assert [each.id for each in second.voorwaarden] == [each.id for each in first.voorwaarden]


def test_an_amended_condition_replaces_the_old_one_in_its_place(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    voorwaarden: [{id: grond, als: niet tuin, bron: Bomenwet 7}]\n")
    assert [(each.id, each.als) for each in second.voorwaarden] == [("grond", "niet tuin"), ("zaad", "besteld")]


def test_a_new_condition_comes_at_the_end(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    voorwaarden: [{id: water, als: schriftelijk, bron: Bomenwet 7}]\n")
    assert [each.id for each in second.voorwaarden] == ["grond", "zaad", "water"]


def test_a_condition_that_lapses_is_gone(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    vervalt: [grond]\n")
    assert [each.id for each in second.voorwaarden] == ["zaad"]


def test_a_term_that_lapses_is_gone(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    vervalt: [vervaldatum]\n")
    assert [each.id for each in second.termijnen] == ["melden-werkgever"]


def test_a_shared_condition_can_lapse(rules: RulesFolder) -> None:
    base = FULL.replace("    voorwaarden:\n", "    voorwaarden:\n      - gebruik: werknemer\n")
    change = "    zoals: 2010-01-01\n    vervalt: [werknemer]\n"
    soort = leave(rules, ("van: 2010-01-01", base), ("van: 2020-01-01", change))
    assert [[each.id for each in versie.voorwaarden] for versie in soort.versies] == [
        ["werknemer", "grond", "zaad"],
        ["grond", "zaad"],
    ]


def test_the_old_version_keeps_what_lapses_later(rules: RulesFolder) -> None:
    first, _ = amended(rules, "", "    vervalt: [grond, vervaldatum]\n")
    assert ([each.id for each in first.voorwaarden], len(first.termijnen)) == (["grond", "zaad"], 2)


def test_named_values_and_assumptions_merge_by_name(rules: RulesFolder) -> None:
    base = "    afgeleid: {a: peildatum, b: peildatum + 1 dag}\n    aannames: {opgenomenUren: 0}\n"
    change = "    afgeleid: {b: peildatum + 2 dagen, c: a}\n    aannames: {urenPerWeek: 36}\n"
    _, second = amended(rules, base, change)
    assert (second.afgeleid, second.aannames) == (
        {"a": "peildatum", "b": "peildatum + 2 dagen", "c": "a"},
        {"opgenomenUren": "0", "urenPerWeek": "36"},
    )


def test_a_map_merges_by_key(rules: RulesFolder) -> None:
    base = "    betaling: {percentage: 70, grondslag: dagloon, door: uwv, bron: Bomenwet 6}\n"
    _, second = amended(rules, base, "    betaling: {percentage: 80}\n")
    assert [(str(each.percentage), each.grondslag, each.door) for each in second.betaling] == [("80", "dagloon", "uwv")]


def test_a_list_of_payments_is_replaced_whole(rules: RulesFolder) -> None:
    base = "    betaling: {percentage: 70, grondslag: dagloon, door: uwv, bron: Bomenwet 6}\n"
    change = (
        "    betaling:\n"
        "      - {als: tuin, percentage: 90, grondslag: loon, door: werkgever, bron: Bomenwet 6}\n"
        "      - {percentage: 0, grondslag: geen, door: niemand, bron: Bomenwet 6}\n"
    )
    _, second = amended(rules, base, change)
    assert [str(each.percentage) for each in second.betaling] == ["90", "0"]


def test_warnings_merge_by_code(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    waarschuwingen: [{code: te-laat-gemeld, als: tuin, bron: Bomenwet 8}]\n")
    assert [(each.code, each.als) for each in second.waarschuwingen] == [
        ("te-laat-gemeld", "tuin"),
        ("tegoed-op", "tuin"),
    ]


def test_steps_merge_by_id(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    stappen: [{id: zaaien, aan: uwv, bron: Bomenwet 8}]\n")
    assert [(each.id, each.aan) for each in second.stappen] == [("graven", "werkgever"), ("zaaien", "uwv")]


def test_an_amendment_can_build_on_an_amendment(rules: RulesFolder) -> None:
    soort = leave(
        rules,
        ("van: 2010-01-01", FULL),
        ("van: 2015-01-01", "    zoals: 2010-01-01\n    vervalt: [grond]\n"),
        ("van: 2020-01-01", "    zoals: 2015-01-01\n    voorwaarden: [{id: water, als: tuin, bron: Bomenwet 1}]\n"),
    )
    assert [each.id for each in soort.versies[2].voorwaarden] == ["zaad", "water"]


def test_the_end_of_a_version_is_not_taken_over(rules: RulesFolder) -> None:
    soort = leave(
        rules,
        ("van: 2010-01-01, tot: 2012-12-31", FULL),
        ("van: 2020-01-01", "    zoals: 2010-01-01\n"),
    )
    assert soort.versies[1].tot is None


def test_the_text_that_was_read_for_an_amendment_goes_into_all_its_links(rules: RulesFolder) -> None:
    _, second = amended(rules, "", "    gelezen: 2021-05-06\n")
    assert second.voorwaarden[0].bronnen[0].url.endswith("&z=2021-05-06&g=2021-05-06")  # type: ignore[union-attr]


@pytest.mark.parametrize("day", ["2011-01-01", "2020-01-01", "2025-01-01"])
def test_an_amendment_of_a_version_that_does_not_come_before_is_refused(rules: RulesFolder, day: str) -> None:
    rules.leave(
        versions(("van: 2010-01-01", FULL), ("van: 2020-01-01", f"    zoals: {day}\n"), ("van: 2025-01-01", FULL))
    )
    line = rules.line(FILE, "zoals:")
    (mistake,) = rules.mistakes()
    assert mistake.startswith(f"{FILE}:{line}: `zoals: {day}`: op die dag begint geen eerdere versie van dit verlof")


def test_the_lapse_of_what_did_not_exist_is_refused(rules: RulesFolder) -> None:
    rules.leave(
        versions(("van: 2010-01-01", FULL), ("van: 2020-01-01", "    zoals: 2010-01-01\n    vervalt: [mest]\n"))
    )
    line = rules.line(FILE, "vervalt:")
    assert rules.mistakes() == [f"{FILE}:{line}: `vervalt: mest`: staat niet in de versie waarop deze voortbouwt"]


def test_a_lapse_without_an_older_version_is_refused(rules: RulesFolder) -> None:
    rules.leave(versions(("van: 2010-01-01", FULL + "    vervalt: [grond]\n")))
    assert rules.mistakes()[0].startswith(f"{FILE}:")


@pytest.mark.parametrize(
    "part",
    [
        "betaling: {percentage: 80}",
        "periode: {van: peildatum}",
        "werkgever: {magWeigeren: true}",
        "afwijken: {bron: Bomenwet 9}",
    ],
)
def test_part_of_a_map_without_an_older_one_to_amend_is_refused(rules: RulesFolder, part: str) -> None:
    change = f"    zoals: 2010-01-01\n    {part}\n"
    rules.leave(versions(("van: 2010-01-01", FULL), ("van: 2020-01-01", change)))
    assert rules.mistakes()[0].startswith(f"{FILE}:")


def test_part_of_a_payment_cannot_amend_a_list_of_payments(rules: RulesFolder) -> None:
    base = FULL + "    betaling: [{percentage: 70, grondslag: dagloon, door: uwv, bron: Bomenwet 6}]\n"
    change = "    zoals: 2010-01-01\n    betaling: {percentage: 80}\n"
    rules.leave(versions(("van: 2010-01-01", base), ("van: 2020-01-01", change)))
    assert rules.mistakes()[0].startswith(f"{FILE}:")


@pytest.mark.parametrize(
    "body",
    [
        "    uitkomst: [{als: tuin, oordeel: afspraak}]\n",
        "    betaling: [{als: tuin, percentage: 70, grondslag: dagloon, door: uwv, bron: Bomenwet 6}]\n",
    ],
)
def test_a_list_of_which_the_last_has_a_condition_is_refused(rules: RulesFolder, body: str) -> None:
    rules.leave(versions(("van: 2010-01-01", FULL + body)))
    assert rules.mistakes()[0].startswith(f"{FILE}:")
