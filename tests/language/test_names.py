"""What names mean: facts, named values, assumptions, properties, and what another leave was told."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.support.language import FILE, LINE, PEILDATUM, Version
from tests.support.rules_folder import RulesFolder
from verlof_api.language.nodes import BOOL, DATUM
from verlof_api.law.strict_yaml import Passage

Versions = Callable[..., Version]


# --- named values -------------------------------------------------------------------------------


def test_named_values_may_stand_in_any_order(version: Versions) -> None:
    here = version({"c": "b + 1", "b": "a + 1", "a": "aantalBomen"})
    assert here.value("c", aantalBomen=3) == 5


def test_a_name_may_be_used_twice(version: Versions) -> None:
    here = version({"later": "plantdatum + 1 dag", "a": "later + 1 dag", "b": "later + 2 dagen"})
    assert here.value("dagen(a, b)", plantdatum=date(2024, 1, 1)) == 2


def test_a_shared_name_is_known_everywhere(plain: Version) -> None:
    assert plain.value("isWerknemer", arbeidsrelatie="werknemer") is True


@pytest.mark.parametrize(
    ("afgeleid", "circle"),
    [
        ({"a": "a"}, "a -> a"),
        ({"a": "b", "b": "a"}, "a -> b -> a"),
        ({"a": "niet b", "b": "tuin of c", "c": "als tuin dan a anders ja"}, "a -> b -> c -> a"),
    ],
)
def test_a_circle_of_names_is_refused_and_shown(version: Versions, afgeleid: dict[str, str], circle: str) -> None:
    here = version(afgeleid)
    here.program.expression(Passage("a", FILE, LINE), BOOL)
    assert any(f"hangt van zichzelf af: {circle}" in str(error) for error in here.errors)


def test_a_circle_through_an_assumption_is_refused(version: Versions) -> None:
    here = version({"eersteDag": "plantdatum + 1 dag"}, {"plantdatum": "eersteDag - 1 dag"})
    here.program.expression(Passage("plantdatum", FILE, LINE), DATUM)
    assert any("hangt van zichzelf af" in str(error) for error in here.errors)


def test_a_mistake_in_a_named_value_is_reported_where_it_stands(version: Versions) -> None:
    here = version({"goed": "tuin", "fout": "tuin + 1"})
    here.program.expression(Passage("fout", FILE, LINE), BOOL)
    assert (FILE, 2) in [(error.file, error.line) for error in here.errors]


@pytest.mark.parametrize("name", ["tuin", "isWerknemer", "peildatum", "ankerdatum"])
def test_a_named_value_cannot_take_a_name_that_exists(version: Versions, name: str) -> None:
    assert [str(error) for error in version({name: "schriftelijk"}).errors] == [
        f"{FILE}:1: `{name}` is al een feit of een gedeelde naam: kies een andere naam"
    ]


# --- assumptions --------------------------------------------------------------------------------


def test_an_assumption_stands_in_for_a_fact_that_was_not_told(version: Versions) -> None:
    here = version(aannames={"urenPerWeek": "36"})
    assert (here.value("urenPerWeek"), here.value("urenPerWeek", urenPerWeek=20)) == (36, 20)


def test_an_assumption_that_was_used_is_recorded(version: Versions) -> None:
    assert version(aannames={"urenPerWeek": "36"}).assumed("urenPerWeek > 30") == {"urenPerWeek": 36}


def test_an_assumption_is_not_recorded_when_the_fact_was_told(version: Versions) -> None:
    assert version(aannames={"urenPerWeek": "36"}).assumed("urenPerWeek > 30", urenPerWeek=20) == {}


@pytest.mark.parametrize(
    "text", ["tuin of urenPerWeek > 30", "niet tuin en urenPerWeek > 30", "als tuin dan ja anders urenPerWeek > 30"]
)
def test_an_assumption_that_was_not_needed_is_not_recorded(version: Versions, text: str) -> None:
    assert version(aannames={"urenPerWeek": "36"}).assumed(text, tuin=True) == {}


def test_an_assumption_may_build_on_another(version: Versions) -> None:
    here = version(
        {"eersteDag": "plantdatum + 1 dag"}, {"gewensteIngangsdatum": "eersteDag", "plantdatum": "peildatum"}
    )
    day = date(2024, 3, 2)
    assert here.assumed("gewensteIngangsdatum") == {"plantdatum": PEILDATUM, "gewensteIngangsdatum": day}


def test_an_assumption_that_comes_to_nothing_is_unknown_and_not_recorded(version: Versions) -> None:
    here = version(aannames={"gewensteIngangsdatum": "plantdatum"})
    assert (here.value("gewensteIngangsdatum"), here.assumed("gewensteIngangsdatum")) == (None, {})


def test_an_option_may_be_assumed(version: Versions) -> None:
    here = version(aannames={"arbeidsrelatie": "werknemer"})
    assert here.assumed("arbeidsrelatie != geen") == {"arbeidsrelatie": "werknemer"}


def test_an_option_may_be_assumed_in_some_cases_only(version: Versions) -> None:
    here = version(aannames={"arbeidsrelatie": "als tuin dan werknemer"})
    assert here.assumed("arbeidsrelatie != geen", tuin=True) == {"arbeidsrelatie": "werknemer"}
    assert here.value("arbeidsrelatie == geen", tuin=False) is None
    assert here.value("arbeidsrelatie == geen", tuin=True, arbeidsrelatie="geen") is True


def test_a_yes_may_be_assumed_in_some_cases_only(version: Versions) -> None:
    here = version(aannames={"schriftelijk": "als tuin dan ja"})
    assert here.assumed("schriftelijk", tuin=True) == {"schriftelijk": True}
    assert here.value("schriftelijk", tuin=False) is None
    assert here.value("schriftelijk", tuin=True, schriftelijk=False) is False


@pytest.mark.parametrize(("fact", "value"), [("urenPerWeek", "peildatum"), ("tuin", "3"), ("arbeidsrelatie", "baas")])
def test_an_assumption_of_another_type_is_refused(version: Versions, fact: str, value: str) -> None:
    here = version(aannames={fact: value})
    here.program.expression(Passage(f"{fact} == {fact}", FILE, LINE), BOOL)
    assert {error.file for error in here.errors} == {FILE}


def test_an_assumption_for_what_is_no_fact_is_refused(version: Versions) -> None:
    assert [str(error) for error in version(aannames={"regen": "ja"}).errors] == [
        f"{FILE}:1: aannames: het feit `regen` bestaat niet"
    ]


def test_a_default_of_a_fact_is_an_assumption_of_every_leave(plain: Version) -> None:
    assert plain.assumed("aantalBomen > 0 en niet besteld en overlap(vorstperiodes) == 0") == {
        "aantalBomen": 1,
        "besteld": False,
        "vorstperiodes": (),
    }


def test_a_default_that_is_another_fact_takes_its_value(plain: Version) -> None:
    assert plain.assumed("meldingsdatum") == {"meldingsdatum": PEILDATUM}


def test_a_default_of_half_an_hour_stays_exact(rules: RulesFolder) -> None:
    rules.facts("halfUur: {type: number, eenheid: uur, bereik: [0, 9], afwezig: {waarde: 0.1}}\n")
    assert Version(rules.load(), {}, {}).value("halfUur + 0.2 == 0.3") is True


# --- bekend -------------------------------------------------------------------------------------


@pytest.mark.parametrize("fact", ["gewensteIngangsdatum", "gewensteUren", "wortelschade"])
def test_bekend_tells_whether_a_wish_or_an_event_was_told(plain: Version, fact: str) -> None:
    assert (plain.value(f"bekend({fact})"), plain.value(f"bekend({fact})", {fact: 3})) == (False, True)


def test_bekend_is_unknown_of_what_plays_a_part_without_having_been_told(plain: Version) -> None:
    playing = plain.withholding("wortelschade")
    assert playing.value("bekend(wortelschade)") is None
    assert playing.value("bekend(wortelschade)", wortelschade=3) is True
    assert playing.missing("niet bekend(wortelschade) of wortelschade > 3") == ("wortelschade",)
    assert plain.missing("niet bekend(wortelschade)") == ()


def test_bekend_tells_whether_a_fact_was_told_that_holds_anyway(plain: Version) -> None:
    assert (plain.value("bekend(besteld)"), plain.value("bekend(besteld)", besteld=False)) == (False, True)


@pytest.mark.parametrize("fact", ["tuin", "boomGeplant", "urenPerWeek", "arbeidsrelatie", "opgenomenUren"])
def test_bekend_is_refused_where_it_would_take_unknown_for_no(plain: Version, fact: str) -> None:
    assert f"`bekend({fact})` zou onbekend als nee lezen" in plain.mistake(f"bekend({fact})")


def test_bekend_is_allowed_for_a_day_that_chooses_the_version(plain: Version) -> None:
    told = {"plantdatum": date(2024, 3, 1)}
    assert (plain.value("bekend(plantdatum)"), plain.value("bekend(plantdatum)", told)) == (False, True)


def test_bekend_is_allowed_for_what_the_version_makes_an_assumption_for(version: Versions) -> None:
    here = version(aannames={"plantdatum": "peildatum"})
    assert (here.value("bekend(plantdatum)"), here.value("bekend(plantdatum)", plantdatum=PEILDATUM)) == (False, True)


def test_bekend_looks_at_what_was_told_and_not_at_what_was_assumed(version: Versions) -> None:
    here = version(aannames={"plantdatum": "peildatum"})
    assert here.value("plantdatum == peildatum en niet bekend(plantdatum)") is True


def test_bekend_of_a_per_leave_fact_is_about_this_leave(version: Versions) -> None:
    here = version(aannames={"opgenomenUren": "0"})
    told = [
        here.value("bekend(opgenomenUren)", {f"opgenomenUren@{leave}": 3}) for leave in ("wazo.x", "wazo.boomverlof")
    ]
    assert told == [False, True]


@pytest.mark.parametrize("name", ["regen", "isWerknemer", "peildatum"])
def test_bekend_of_what_is_no_fact_is_refused(plain: Version, name: str) -> None:
    assert f"het feit `{name}` bestaat niet" in plain.mistake(f"bekend({name})")


# --- facts per leave, and properties ------------------------------------------------------------


def test_a_per_leave_fact_means_that_of_this_leave(plain: Version) -> None:
    facts = {"opgenomenUren@wazo.boomverlof": 3, "opgenomenUren@wazo.anders": 5}
    assert plain.value("opgenomenUren", facts) == 3


def test_bij_means_that_of_another_leave(rules: RulesFolder) -> None:
    rules.rule("wazo.struikverlof", "voorwaarden: [{id: tuin, als: tuin, bron: Bomenwet 1}]")
    here = Version(rules.load(), {}, {})
    facts = {"opgenomenUren@wazo.boomverlof": 3, "opgenomenUren@wazo.struikverlof": 5}
    assert here.value("opgenomenUren bij wazo.struikverlof - opgenomenUren", facts) == 2


@pytest.mark.parametrize(("option", "values"), [("kind", (1, True, True)), ("buur", (0, False, False))])
def test_an_option_has_its_properties(plain: Version, option: str, values: tuple[int, bool, bool]) -> None:
    texts = ("betrokkene.graad", "betrokkene.verwant == bloed", "betrokkene.inwonend")
    assert tuple(plain.value(text, betrokkene=option) for text in texts) == values


# --- which facts a tree reads -------------------------------------------------------------------


def test_a_tree_reads_the_facts_behind_its_names(version: Versions) -> None:
    here = version({"eersteDag": "plantdatum + 1 dag", "laat": "meldingsdatum > eersteDag"})
    tree = here.tree("laat of tuin of plantdatum > peildatum")
    assert here.program.reads(tree) == ("meldingsdatum", "plantdatum", "tuin")


def test_a_tree_reads_a_per_leave_fact_by_its_own_name(plain: Version) -> None:
    assert plain.program.reads(plain.tree("opgenomenUren > 0")) == ("opgenomenUren",)
