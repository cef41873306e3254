"""What rule files say for advice: the place of a leave in a route, and which facts can be changed."""

import pytest

from tests.support.rules_folder import TALEN, RulesFolder

REGEL = "wazo/boomverlof/regel.yaml"
STAPPEN = "    stappen:\n      - {id: melden"


def placed(rules: RulesFolder, route: str) -> int:
    """Give the fictional leave a place in a route; gives the line on which it stands."""
    return rules.change(REGEL, STAPPEN, f"    route: {route}\n{STAPPEN}")


def changeable(rules: RulesFolder, fact: str, change: str, *, worded: bool = True) -> None:
    text = rules.read("feiten.yaml")
    (line,) = (line for line in text.splitlines() if line.startswith(f"{fact}: "))
    rules.change("feiten.yaml", line, line[:-1] + f", te-veranderen: {change}}}")
    for taal in TALEN if worded else ():
        rules.change(
            f"feiten.{taal}.yaml", f"hulp: Hulp bij {fact} ({taal}).", f"hulp: Hulp ({taal})., verander: Doe ({taal})."
        )


def test_a_version_keeps_the_place_of_the_one_it_builds_on(rules: RulesFolder) -> None:
    placed(rules, "{volgorde: 20, duur: 2 weken}")
    rules.change(REGEL, "    vervalt: [boom-geplant]\n", "    vervalt: [boom-geplant]\n    route: {spreiden: true}\n")
    old, new = (versie.route for versie in rules.load().verlofsoorten["wazo.boomverlof"].versies)
    assert old is not None
    assert new is not None
    assert (old.volgorde, old.dagen, old.spreiden) == (20, 14, False)
    assert (new.volgorde, new.dagen, new.spreiden) == (20, 14, True)


@pytest.mark.parametrize(
    ("duur", "vast", "dagen"),
    [("periode", True, None), ("1 dag", False, 1), ("3 dagen", False, 3), ("1 week", False, 7)],
)
def test_how_long_it_lasts_can_be_said_in_three_ways(rules: RulesFolder, duur: str, vast: bool, dagen: int) -> None:
    placed(rules, f"{{volgorde: 1, duur: {duur}}}")
    route = rules.load().verlofsoorten["wazo.boomverlof"].versies[0].route
    assert route is not None
    assert (route.vast, route.dagen) == (vast, dagen)


@pytest.mark.parametrize(
    "key", ["na: wazo.struikverlof", "deelVan: wazo.struikverlof", "vlakVoor: [wazo.struikverlof]"]
)
def test_a_place_next_to_a_leave_that_does_not_exist_is_refused(rules: RulesFolder, key: str) -> None:
    line = placed(rules, f"{{volgorde: 1, {key}}}")
    assert rules.mistakes() == [f"{REGEL}:{line}: route: het verlof `wazo.struikverlof` bestaat niet"]


def test_a_condition_that_is_fulfilled_must_exist(rules: RulesFolder) -> None:
    line = placed(rules, "{volgorde: 1, na: wazo.boomverlof, vervult: [eerst-zaaien]}")
    assert f"{REGEL}:{line}: route: de voorwaarde `eerst-zaaien` bestaat hier niet" in rules.mistakes()


def test_a_condition_is_fulfilled_by_a_leave_that_comes_first(rules: RulesFolder) -> None:
    placed(rules, "{volgorde: 1, vervult: [boom-geplant]}")
    assert any("na" in mistake for mistake in rules.mistakes())


def test_a_place_without_its_number_is_refused(rules: RulesFolder) -> None:
    placed(rules, "{duur: 1 dag}")
    assert any("route: volgorde staat er niet" in mistake for mistake in rules.mistakes())


def test_words_for_a_place_that_no_version_has_are_refused(rules: RulesFolder) -> None:
    rules.add("wazo/boomverlof/tekst.nl.yaml", "route: Eerst planten.\n")
    (mistake,) = rules.mistakes()
    assert mistake.endswith("route: niets gebruikt deze tekst, want het verlof heeft geen `route`")


def test_a_fact_that_can_be_changed_says_how_in_every_language(rules: RulesFolder) -> None:
    changeable(rules, "tuin", "{naar: true}")
    feit = rules.load().feiten["tuin"]
    assert feit.verandering is not None
    assert feit.verandering.naar is True
    assert {taal: str(feit.teksten[taal].verander) for taal in TALEN} == {"nl": "Doe (nl).", "en": "Doe (en)."}


def test_a_fact_that_can_be_changed_without_words_for_it_is_refused(rules: RulesFolder) -> None:
    changeable(rules, "tuin", "{naar: true}", worded=False)
    assert [mistake.partition(": ")[2] for mistake in rules.mistakes()] == [
        "`tuin` heeft `te-veranderen`: schrijf onder `verander` hoe"
    ] * len(TALEN)


def test_words_for_a_change_that_cannot_be_made_are_refused(rules: RulesFolder) -> None:
    rules.change("feiten.nl.yaml", "hulp: Hulp bij tuin (nl).", "hulp: Hulp., verander: Plant een tuin.")
    (mistake,) = rules.mistakes()
    assert mistake.endswith("`tuin`: niets gebruikt `verander`, want het feit heeft geen `te-veranderen`")


@pytest.mark.parametrize(
    ("fact", "change", "problem"),
    [
        ("tuin", "{naar: ooit}", "`tuin`: dit feit kan niet ooit worden"),
        ("betrokkene", "{naar: oom}", "`betrokkene`: dit feit kan niet oom worden"),
        ("tuin", "{kies: true}", "`tuin`: alleen een datum of een getal is te kiezen"),
        ("tuin", "{naar: true, na: wazo.struikverlof}", "`tuin`: het verlof `wazo.struikverlof` bestaat niet"),
        ("tuin", "{naar: true, tenzij: mest}", "`tuin`: het feit `mest` bestaat niet"),
        ("tuin", "{naar: true, mits: {feit: mest, is: [koe]}}", "`tuin`: het feit `mest` bestaat niet"),
        ("tuin", "{naar: true, mits: {feit: betrokkene, is: [oom]}}", "`tuin`: `betrokkene` heeft de optie `oom` niet"),
        ("plantdatum", "{kies: true, vanaf: zaaidatum}", "`plantdatum`: het feit `zaaidatum` bestaat niet"),
        ("plantdatum", "{kies: true, schuift: zaaidatum}", "`plantdatum`: het feit `zaaidatum` bestaat niet"),
    ],
)
def test_a_change_that_cannot_be_is_refused_with_file_and_line(
    rules: RulesFolder, fact: str, change: str, problem: str
) -> None:
    changeable(rules, fact, change)
    line = rules.line("feiten.yaml", "te-veranderen")
    assert f"feiten.yaml:{line}: {problem}" in rules.mistakes()


def test_a_change_is_to_one_value_or_free(rules: RulesFolder) -> None:
    changeable(rules, "tuin", "{naar: true, kies: true}")
    assert any(mistake.startswith("feiten.yaml:") for mistake in rules.mistakes())
