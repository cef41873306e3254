"""What is asked is what can still decide: the untold facts on which an unknown value turns."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.language import Version, steady

Versions = Callable[..., Version]
BOOLS = ("tuin", "schriftelijk", "boomGeplant", "besteld")


@pytest.mark.parametrize(
    ("text", "facts", "missing"),
    [
        ("tuin en schriftelijk", {}, ("tuin", "schriftelijk")),
        ("tuin en schriftelijk", {"tuin": True}, ("schriftelijk",)),
        ("tuin en schriftelijk", {"tuin": False}, ()),
        ("tuin of schriftelijk", {"tuin": True}, ()),
        ("tuin of schriftelijk", {"schriftelijk": False}, ("tuin",)),
        ("tuin en (schriftelijk of boomGeplant)", {"schriftelijk": True}, ("tuin",)),
        ("niet tuin", {}, ("tuin",)),
        ("urenPerWeek > leeftijd", {"leeftijd": 20}, ("urenPerWeek",)),
        ("plantdatum + leeftijd dagen > peildatum", {}, ("plantdatum", "leeftijd")),
        ("min(urenPerWeek, leeftijd) > 3", {}, ("urenPerWeek", "leeftijd")),
        ("betrokkene.graad > 1", {}, ("betrokkene",)),
        ("arbeidsrelatie in [werknemer]", {}, ("arbeidsrelatie",)),
        ("opgenomenUren > 3", {}, ("opgenomenUren",)),
        ("tuin of niet tuin", {}, ("tuin",)),
        ("als tuin dan schriftelijk anders boomGeplant", {}, ("tuin", "schriftelijk", "boomGeplant")),
        ("als tuin dan schriftelijk anders boomGeplant", {"tuin": True}, ("schriftelijk",)),
        ("als tuin dan schriftelijk anders boomGeplant", {"tuin": False}, ("boomGeplant",)),
        ("als tuin dan schriftelijk anders boomGeplant", {"tuin": True, "schriftelijk": False}, ()),
        ("als tuin dan schriftelijk anders boomGeplant", {"schriftelijk": True}, ("tuin", "boomGeplant")),
    ],
)
def test_the_facts_that_can_still_decide_are_missing(
    plain: Version, text: str, facts: dict[str, Any], missing: tuple[str, ...]
) -> None:
    assert plain.missing(text, facts) == missing


@pytest.mark.parametrize("text", ["gewensteUren > 3", "gewensteIngangsdatum > peildatum"])
def test_a_wish_is_never_missing(plain: Version, text: str) -> None:
    assert plain.missing(text) == ()


def test_what_a_wish_is_assumed_from_can_be_missing(version: Versions) -> None:
    here = version(aannames={"gewensteIngangsdatum": "plantdatum + 1 dag"})
    assert here.missing("gewensteIngangsdatum > peildatum") == ("plantdatum",)


@pytest.mark.parametrize(
    "text", ["aantalBomen > 3", "besteld", "overlap(vorstperiodes) > 3", "meldingsdatum > peildatum"]
)
def test_a_fact_with_a_default_is_never_missing(plain: Version, text: str) -> None:
    assert plain.missing(text) == ()


def test_a_fact_that_is_assumed_is_not_missing(version: Versions) -> None:
    assert version(aannames={"urenPerWeek": "36"}).missing("urenPerWeek > 30 en tuin") == ("tuin",)


def test_a_fact_that_is_only_sometimes_assumed_is_missing_at_other_times(version: Versions) -> None:
    here = version(aannames={"urenPerWeek": "als tuin dan 36"})
    assert here.missing("urenPerWeek > 30", {"tuin": True}) == ()
    assert here.missing("urenPerWeek > 30", {"tuin": False}) == ("urenPerWeek",)
    assert here.missing("urenPerWeek > 30") == ("urenPerWeek", "tuin")


def test_a_yes_or_no_that_is_only_sometimes_assumed_is_missing_at_other_times(version: Versions) -> None:
    here = version(aannames={"tuin": "als urenPerWeek > 30 dan nee"})
    assert here.value("tuin", {"urenPerWeek": 36}) is False
    assert here.missing("tuin", {"urenPerWeek": 36}) == ()
    assert here.missing("tuin", {"urenPerWeek": 24}) == ("tuin",)
    assert here.value("tuin", {"urenPerWeek": 36, "tuin": True}) is True


def test_an_assumption_may_choose_an_option_of_its_fact(version: Versions) -> None:
    here = version(aannames={"arbeidsrelatie": "als tuin dan werknemer"})
    assert here.value("arbeidsrelatie == werknemer", {"tuin": True}) is True
    assert here.assumed("arbeidsrelatie == werknemer", {"tuin": True}) == {"arbeidsrelatie": "werknemer"}
    assert here.missing("arbeidsrelatie == werknemer", {"tuin": False}) == ("arbeidsrelatie",)


def test_behind_names_the_facts_are_missing_and_not_the_names(version: Versions) -> None:
    here = version({"eersteDag": "plantdatum + 1 dag", "laat": "eersteDag < peildatum"})
    assert here.missing("laat en laat") == ("plantdatum",)


def test_a_fact_is_missing_once(plain: Version) -> None:
    assert plain.missing("tuin en (tuin of schriftelijk) en niet tuin") == ("tuin", "schriftelijk")


def test_asking_what_is_missing_assumes_nothing(version: Versions) -> None:
    here = version(aannames={"urenPerWeek": "36"})
    env = here.situation({})
    tree = here.tree("als tuin dan urenPerWeek > 30 anders schriftelijk")
    value = here.program.compile(tree)(env)
    here.program.missing(tree)(env, {}, set())
    assert (value, env.assumed) == (None, {})


def conditions() -> st.SearchStrategy[str]:
    """Conditions over a few facts, as a jurist would write them."""
    facts = st.sampled_from(BOOLS[:3])
    return st.recursive(
        facts,
        lambda inner: st.one_of(
            st.builds("({} en {})".format, inner, inner),
            st.builds("({} of {})".format, inner, inner),
            st.builds("(niet {})".format, inner),
            st.builds("(als {} dan {} anders {})".format, inner, inner, inner),
        ),
        max_leaves=8,
    )


SITUATIONS = st.fixed_dictionaries({}, optional={name: st.booleans() for name in BOOLS[:3]})


@steady
@given(text=conditions(), facts=SITUATIONS)
def test_what_is_known_misses_nothing(plain: Version, text: str, facts: dict[str, bool]) -> None:
    if plain.value(text, facts) is not None:
        assert plain.missing(text, facts) == ()


@steady
@given(text=conditions(), facts=SITUATIONS)
def test_what_is_unknown_misses_a_fact_that_was_not_told(plain: Version, text: str, facts: dict[str, bool]) -> None:
    if plain.value(text, facts) is None:
        assert set(plain.missing(text, facts)) - set(facts)


@steady
@given(text=conditions(), facts=SITUATIONS)
def test_a_fact_that_was_told_is_never_missing(plain: Version, text: str, facts: dict[str, bool]) -> None:
    assert not set(plain.missing(text, facts)) & set(facts)


@steady
@given(text=conditions(), facts=SITUATIONS, answers=st.tuples(*[st.booleans()] * 3))
def test_a_fact_that_is_not_missing_cannot_decide(
    plain: Version, text: str, facts: dict[str, bool], answers: tuple[bool, ...]
) -> None:
    missing = plain.missing(text, facts)
    idle = {name: answer for name, answer in zip(BOOLS, answers, strict=False) if name not in (*missing, *facts)}
    assert plain.value(text, {**facts, **idle}) is plain.value(text, facts)


@steady
@given(text=conditions(), facts=SITUATIONS, answers=st.tuples(*[st.booleans()] * 3))
def test_a_fact_more_never_changes_what_was_known(
    plain: Version, text: str, facts: dict[str, bool], answers: tuple[bool, ...]
) -> None:
    value = plain.value(text, facts)
    more = {**dict(zip(BOOLS, answers, strict=False)), **facts}
    assert value is None or plain.value(text, more) is value
