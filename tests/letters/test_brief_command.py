"""`verlof brief`: the letter of POST /v1/brieven in the terminal."""

import json

import pytest
from click.testing import CliRunner, Result

from tests.letters.letters import CASES, letter
from verlof_api.cli import main
from verlof_api.letters import LetterWriter, als_tekst

NAME = "wazo.kortdurend-zorgverlof/melding/recht"
LEAVE, KIND, _ = NAME.split("/")
SITUATION = {**CASES[NAME], "peildatum": str(CASES[NAME]["peildatum"])}
AS_SENT = {**SITUATION, "verlofsoort": LEAVE, "variant": KIND}


def brief(body: object, *words: str) -> Result:
    return CliRunner().invoke(main, ["brief", "-", *words], input=json.dumps(body))


@pytest.mark.parametrize("taal", ["nl", "en", "nl+en"])
def test_the_letter_is_that_of_the_api(letter_writer: LetterWriter, taal: str) -> None:
    result = brief({**AS_SENT, "taal": taal})
    assert (result.exit_code, result.stdout) == (0, als_tekst(letter(letter_writer, NAME, taal)))


def test_the_options_say_what_the_file_does_not_and_go_before_what_it_does(letter_writer: LetterWriter) -> None:
    written = als_tekst(letter(letter_writer, NAME, "en"))
    options = ("--verlof", LEAVE, "--soort", KIND, "--taal", "en")
    assert brief(SITUATION, *options).stdout == written
    assert brief({**AS_SENT, "variant": "bezwaar", "taal": "nl"}, *options).stdout == written


def test_without_a_kind_it_is_the_ordinary_letter_in_the_language_of_the_law(letter_writer: LetterWriter) -> None:
    assert brief(SITUATION, "--verlof", LEAVE).stdout == als_tekst(letter(letter_writer, NAME))


@pytest.mark.parametrize(
    ("body", "words", "said"),
    [
        (SITUATION, ("--verlof", "zw.ziekte"), "geen brief"),
        ({**SITUATION, "feiten": {}}, ("--verlof", LEAVE), "Vertel ook: arbeidsrelatie"),
        (SITUATION, ("--verlof", LEAVE, "--soort", "verzoek"), "Dit verlof heeft deze soorten: melding, bezwaar, "),
        ({**SITUATION, "feiten": {}}, ("--verlof", LEAVE, "--taal", "en"), "Tell us also: arbeidsrelatie"),
        (SITUATION, (), "verlofsoort: "),
        ([], ("--verlof", LEAVE), "Hier hoort"),
    ],
)
def test_where_there_is_no_letter_it_says_why_and_what_would_help(
    body: object, words: tuple[str, ...], said: str
) -> None:
    result = brief(body, *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_language_that_no_letter_has_is_refused() -> None:
    result = brief(AS_SENT, "--taal", "en+nl")
    assert result.exit_code == 2
    assert "nl+en" in result.stderr
