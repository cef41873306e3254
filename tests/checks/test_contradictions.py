"""`verlof check` works out the examples of every contradiction, and looks at what situations say by themselves."""

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.checks.contradictions import contradictions
from verlof_api.situations import load_situaties

RIGHT = {
    "als": "arbeidsrelatie == geen en urenPerWeek > 0",
    "voorbeeld": "{arbeidsrelatie: geen, urenPerWeek: 8}",
    "past": "{arbeidsrelatie: werknemer, urenPerWeek: 8}",
}


def found(rules: RulesFolder, soort: str = "past-niet", **changed: str) -> list[str]:
    parts = RIGHT | changed
    rules.write(
        "tegenspraak.yaml",
        "# yaml-language-server: $schema=schema/tegenspraak.json\n"
        f"- id: werk-en-uren\n  soort: {soort}\n"
        + "".join(f"  {name}: {value}\n" for name, value in parts.items())
        + "  tekst: {nl: Dit past niet., en: This does not fit.}\n",
    )
    law = rules.load()
    situaties = load_situaties(rules.open(), law).or_raise()
    return [str(error) for error in contradictions(Beoordelaar(law), situaties)]


@pytest.mark.parametrize("soort", ["kan-niet", "past-niet"])
def test_what_is_as_its_examples_say_is_right(rules: RulesFolder, soort: str) -> None:
    assert found(rules, soort) == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"voorbeeld": "{arbeidsrelatie: werknemer, urenPerWeek: 8}"}, "`voorbeeld` spreekt zichzelf niet tegen"),
        ({"past": "{arbeidsrelatie: geen, urenPerWeek: 8}"}, "`past` spreekt zichzelf tegen"),
        (
            {"voorbeeld": "{arbeidsrelatie: geen, urenPerWeek: acht}"},
            "een voorbeeld heeft een waarde die niemand kan vertellen",
        ),
        (
            {"als": "arbeidsrelatie == geen of urenPerWeek > 90"},
            "`voorbeeld` spreekt zichzelf ook zonder `urenPerWeek` tegen",
        ),
        (
            {
                "als": "tuin en niet schriftelijk",
                "voorbeeld": "{tuin: true, schriftelijk: false}",
                "past": "{tuin: true, schriftelijk: true}",
                "raakt": "[besteld]",
            },
            "geen verlof leest een van deze feiten",
        ),
    ],
)
def test_what_is_not_is_found_with_its_place(rules: RulesFolder, changed: dict[str, str], message: str) -> None:
    errors = found(rules, **changed)
    assert any(error.startswith("tegenspraak.yaml:4") and message in error for error in errors), errors


def test_the_same_name_twice_and_a_value_in_the_words_do_not_load(rules: RulesFolder) -> None:
    assert found(rules) == []
    text = rules.read("tegenspraak.yaml")
    again = text + text.partition("\n")[2].replace("Dit past niet.", "'{urenPerWeek} past niet.'")
    rules.write("tegenspraak.yaml", again)
    mistakes = " ".join(rules.mistakes())
    assert "de tegenspraak `werk-en-uren` is er al" in mistakes
    assert "hier wordt geen waarde ingevuld" in mistakes


def test_a_situation_does_not_contradict_itself(rules: RulesFolder) -> None:
    rules.write(
        "situaties.yaml",
        "# yaml-language-server: $schema=schema/situaties.json\n"
        "bomen:\n  verlofsoorten: [wazo.boomverlof]\n  feiten: {boomGeplant: true, betrokkene: geen}\n"
        "  doelgroep: werknemer\n",
    )
    for taal in ("nl", "en"):
        words = f"titel: Bomen ({taal})\n    kort: Over bomen ({taal}).\n    zoekwoorden: [boom, heg, tuin]\n"
        rules.write(f"situaties.{taal}.yaml", f"situaties:\n  bomen:\n    {words}")
    errors = found(
        rules,
        "kan-niet",
        als="boomGeplant en betrokkene == geen",
        voorbeeld="{boomGeplant: true, betrokkene: geen}",
        past="{boomGeplant: true, betrokkene: kind}",
    )
    assert errors == ["situaties.yaml:1: bomen: deze feiten kunnen niet samen waar zijn: boomGeplant, betrokkene"]
