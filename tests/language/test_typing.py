"""Types are checked when a rule is read: what cannot be compared, counted or chosen never reaches a situation."""

from collections.abc import Callable

import pytest

from tests.support.language import FILE, LINE, Version
from verlof_api.language.nodes import BOOL, DATUM, GETAL
from verlof_api.law.strict_yaml import Passage


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("urenPerWeek == plantdatum", "een getal is niet te vergelijken met een datum"),
        ("tuin == 1", "ja of nee is niet te vergelijken met een getal"),
        ("arbeidsrelatie == tuin", "`tuin` kan hier niet; kies uit werknemer, zelfstandige, geen"),
        ("arbeidsrelatie == betrokkene", "`betrokkene` kan hier niet; kies uit"),
        ("arbeidsrelatie == werkgever", "`werkgever` kan hier niet; kies uit werknemer, zelfstandige, geen"),
        ("arbeidsrelatie < werknemer", "opties hebben geen volgorde"),
        ("arbeidsrelatie in [werknemer, baas]", "`baas` kan hier niet; kies uit"),
        ("arbeidsrelatie in [werknemer, werknemer]", "een optie staat er twee keer"),
        ("urenPerWeek in [werknemer]", "voor `in [...]` hoort een feit met opties, niet een getal"),
        ("tuin < schriftelijk", "ja en nee hebben geen volgorde"),
        ("vorstperiodes == vorstperiodes", "perioden is niet te vergelijken"),
        ("3 weken == 3 weken", "een duur is niet te vergelijken"),
        ("tuin en urenPerWeek", "bij `en`, `of`, `niet` en `als` hoort ja of nee, niet een getal"),
        ("plantdatum of tuin", "hoort ja of nee, niet een datum"),
        ("niet 3", "hoort ja of nee, niet een getal"),
        ("als 3 dan 1 anders 2", "hoort ja of nee, niet een getal"),
        ("als tuin dan 1 anders peildatum", "`dan` geeft een getal en `anders` een datum"),
        ("als tuin dan schriftelijk", "bij een ja of nee hoort na `dan` ook `anders`"),
        ("plantdatum + 3", "een datum + een getal kan niet"),
        ("plantdatum + plantdatum", "een datum + een datum kan niet"),
        ("plantdatum - peildatum", "een datum - een datum kan niet"),
        ("plantdatum * 2 dagen", "een datum * een duur kan niet"),
        ("1 dag + plantdatum", "een duur + een datum kan niet"),
        ("2 * 3 dagen", "een getal * een duur kan niet"),
        ("tuin + 1", "ja of nee + een getal kan niet"),
        ("plantdatum + tuin dagen", "voor `dagen` hoort een getal, niet ja of nee"),
        ("min(1, peildatum)", "`min` kan niet met (een getal, een datum)"),
        ("max(1)", "`max` kan niet met (een getal)"),
        ("min(tuin, tuin)", "`min` kan niet met (ja of nee, ja of nee)"),
        ("dagen(1, 2)", "`dagen` kan niet met (een getal, een getal)"),
        ("dagen(peildatum)", "`dagen` kan niet met (een datum)"),
        ("overlap(vorstperiodes, peildatum)", "`overlap` kan niet met (perioden, een datum)"),
        ("laatste(peildatum)", "`laatste` kan niet met (een datum)"),
        ("heel(ja)", "`heel` kan niet met (ja of nee)"),
        ("werkdagenNa(1, peildatum)", "`werkdagenNa` kan niet met (een getal, een datum)"),
        ("hooguit(1, peildatum)", "tussen de haakjes van `hooguit` horen twee getallen of twee datums"),
        ("hooguit(1)", "tussen de haakjes van `hooguit` horen twee getallen of twee datums"),
        ("verteld(1)", "tussen de haakjes van `verteld` hoort de naam van één feit"),
        ("verteld(tuin)", "`verteld(tuin)` kan niet: alleen bij een wens"),
        ("aantal(1)", "geen functie heet `aantal`"),
        ("bekend(1)", "tussen de haakjes van `bekend` hoort de naam van één feit"),
        ("bekend(tuin, tuin)", "tussen de haakjes van `bekend` hoort de naam van één feit"),
        ("regen", "`regen` bestaat niet: het is geen feit"),
        ("tuin.grootte", "`tuin` heeft geen eigenschappen"),
        ("betrokkene.leeftijd", "`betrokkene` heeft de eigenschap `leeftijd` niet; kies uit verwant, graad, inwonend"),
        ("betrokkene.graad == bloed", "`bloed` bestaat niet: het is geen feit"),
        ("betrokkene.verwant == buur", "`buur` kan hier niet; kies uit bloed, geen"),
        ("opgenomenUren bij wazo.struikverlof", "het verlof `wazo.struikverlof` bestaat niet"),
        ("tuin bij wazo.boomverlof", "`tuin` is geen feit dat per verlof wordt verteld"),
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
