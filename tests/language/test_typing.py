"""Types are checked when a rule is read: what cannot be compared, counted or chosen never reaches a situation."""

from collections.abc import Callable

import pytest

from tests.support.language import FILE, LINE, Version
from verlof_api.language.nodes import BOOL, DATUM, GETAL
from verlof_api.law.strict_yaml import Passage


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("urenPerWeek == plantdatum", "a getal cannot be compared with a datum"),
        ("tuin == 1", "a bool cannot be compared with a getal"),
        ("arbeidsrelatie == tuin", "`tuin` is not one of: werknemer, zelfstandige, geen"),
        ("arbeidsrelatie == betrokkene", "`betrokkene` is not one of"),
        ("arbeidsrelatie == werkgever", "`werkgever` is not one of: werknemer, zelfstandige, geen"),
        ("arbeidsrelatie < werknemer", "options are not ordered"),
        ("arbeidsrelatie in [werknemer, baas]", "`baas` is not one of"),
        ("arbeidsrelatie in [werknemer, werknemer]", "an option stands twice"),
        ("urenPerWeek in [werknemer]", "`in [...]` needs one of the options of a fact, not a getal"),
        ("tuin < schriftelijk", "ja and nee are not ordered"),
        ("vorstperiodes == vorstperiodes", "a perioden cannot be compared"),
        ("3 weken == 3 weken", "a duur cannot be compared"),
        ("tuin en urenPerWeek", "`en`, `of`, `niet` and `als` take yes or no, not a getal"),
        ("plantdatum of tuin", "take yes or no, not a datum"),
        ("niet 3", "take yes or no, not a getal"),
        ("als 3 dan 1 anders 2", "take yes or no, not a getal"),
        ("als tuin dan 1 anders peildatum", "`dan` gives a getal and `anders` a datum"),
        ("als tuin dan schriftelijk", "a yes or no needs its `anders`"),
        ("plantdatum + 3", "a datum + a getal is not possible"),
        ("plantdatum + plantdatum", "a datum + a datum is not possible"),
        ("plantdatum - peildatum", "a datum - a datum is not possible"),
        ("plantdatum * 2 dagen", "a datum * a duur is not possible"),
        ("1 dag + plantdatum", "a duur + a datum is not possible"),
        ("2 * 3 dagen", "a getal * a duur is not possible"),
        ("tuin + 1", "a bool + a getal is not possible"),
        ("plantdatum + tuin dagen", "`dagen` counts a number, not a bool"),
        ("min(1, peildatum)", "`min` does not take (getal, datum)"),
        ("max(1)", "`max` does not take (getal)"),
        ("min(tuin, tuin)", "`min` does not take (bool, bool)"),
        ("dagen(1, 2)", "`dagen` does not take (getal, getal)"),
        ("dagen(peildatum)", "`dagen` does not take (datum)"),
        ("overlap(vorstperiodes, peildatum)", "`overlap` does not take (perioden, datum)"),
        ("laatste(peildatum)", "`laatste` does not take (datum)"),
        ("heel(ja)", "`heel` does not take (bool)"),
        ("werkdagenNa(1, peildatum)", "`werkdagenNa` does not take (getal, datum)"),
        ("hooguit(1, peildatum)", "`hooguit` takes two numbers or two days"),
        ("hooguit(1)", "`hooguit` takes two numbers or two days"),
        ("verteld(1)", "`verteld` takes the name of one fact"),
        ("verteld(tuin)", "`verteld(tuin)` is for wishes"),
        ("aantal(1)", "no function is called `aantal`"),
        ("bekend(1)", "`bekend` takes the name of one fact"),
        ("bekend(tuin, tuin)", "`bekend` takes the name of one fact"),
        ("regen", "`regen` is not a fact"),
        ("tuin.grootte", "`tuin` has no properties"),
        ("betrokkene.leeftijd", "`betrokkene` has no property `leeftijd`, only: verwant, graad, inwonend"),
        ("betrokkene.graad == bloed", "`bloed` is not a fact"),
        ("betrokkene.verwant == buur", "`buur` is not one of: bloed, geen"),
        ("opgenomenUren bij wazo.struikverlof", "`wazo.struikverlof` is not a leave of this rulebook"),
        ("tuin bij wazo.boomverlof", "`tuin` is not a fact that is told per leave"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place_and_the_reason(plain: Version, text: str, reason: str) -> None:
    mistake = plain.mistake(text)
    assert (mistake.startswith(f"{FILE}:{LINE}: `{text}`: "), reason in mistake) == (True, True)


@pytest.mark.parametrize(("text", "type"), [("3", BOOL), ("tuin", DATUM), ("peildatum", GETAL), ("3 weken", DATUM)])
def test_a_value_of_another_type_than_its_place_asks_is_refused(
    version: Callable[..., Version], text: str, type: object
) -> None:
    here = version()
    here.program.expression(Passage(text, FILE, LINE), type)  # type: ignore[arg-type]
    assert [str(error).split("`: ")[0] for error in here.errors] == [f"{FILE}:{LINE}: `{text}"]


def test_every_wrong_expression_of_a_version_is_reported(version: Callable[..., Version]) -> None:
    here = version()
    for line, text in enumerate(["regen", "tuin + 1", "3 <"], 1):
        here.program.expression(Passage(text, FILE, line), BOOL)
    assert [error.line for error in here.errors] == [1, 2, 3]


@pytest.mark.parametrize("text", ["plantdatum + opzegtermijn", "plantdatum + (als tuin dan 1 week anders 2 weken)"])
def test_a_length_with_a_name_or_a_choice_is_worked_out_or_refused(version: Callable[..., Version], text: str) -> None:
    here = version({"opzegtermijn": "4 weken"})
    here.program.compile(here.program.expression(Passage(text, FILE, LINE), DATUM))
    assert all(error.file == FILE for error in here.errors)
