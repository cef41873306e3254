"""`verlof uitleg`: every kind of word is explained from where it is defined."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.support.rules_folder import RulesFolder
from verlof_api.cli import main
from verlof_api.drafting.messages import code_of, kinds

PACKAGE = Path(__file__).parents[2] / "verlof_api"
ROOMS = (
    *("assessment", "calendar", "checks", "engine", "language", "law", "letters", "money", "phrases", "refusals"),
    "situations",
)
MAKE_A_MISTAKE = frozenset({"error", "RuleError", "MistakeError", "MeasureError", "wrong", "_wrong"})
GIVE_MISTAKES = frozenset({"Iterator[str]", "str | None"})


@pytest.fixture
def folder(tmp_path: Path) -> RulesFolder:
    return RulesFolder(tmp_path / "rules")


def explain(folder: RulesFolder, *words: str) -> Result:
    return CliRunner().invoke(main, ["uitleg", "--regels", str(folder.root), "--", *words])


@pytest.mark.parametrize(
    ("word", "what", "text"),
    [
        ("nog-niet", "oordeel in het antwoord", "Vandaag niet, maar het kan nog goed komen"),
        ("te-laat-gemeld", "waarschuwing", "Je meldt dit laat."),
        ("zoals", "sleutel (regel.yaml > versies)", "Alles zoals in de versie van die dag"),
        ("brief.yaml", "bestand", "Welke brieven een verlof kent"),
        ("maximum-dagloon.yaml", "bestand", "Eén tabel met bedragen"),
        ("tuin", "feit (bool)", "tuin (nl)?"),
        ("betrokkene", "feit (enum)", "Opties: kind, buur, geen."),
        ("wazo.boomverlof", "verlof", "Wat wazo.boomverlof is (nl)."),
    ],
)
def test_a_word_is_explained_from_where_it_is_defined(folder: RulesFolder, word: str, what: str, text: str) -> None:
    result = explain(folder, word)
    assert result.exit_code == 0
    assert f"{word}: {what}" in result.stdout
    assert text in result.stdout


@pytest.mark.parametrize(
    "message",
    [
        "wazo/boomverlof/regel.yaml:12: wazo.boomverlof: geen scenario op 2027-12-31, bijvoorbeeld met `peildatum: …`",
        "geen scenario op 2027-12-31",
        "Geen Scenario op",
    ],
)
def test_a_message_is_explained_whole_or_in_part(folder: RulesFolder, message: str) -> None:
    said = explain(folder, *message.split()).stdout
    assert "melding van `verlof check`" in said
    assert "een scenario op haar eerste dag en op de dag ervoor" in said


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        ("staat niet in wetten-artikelen.yaml", "artikel-bestaat-niet"),
        ("artikel 4:9 staat niet in wetten-artikelen.yaml", "artikel-bestaat-niet"),
        ("staat niet bij FeitId", "openapi"),
        ("staat niet onder Feiten", "openapi"),
        ("hier staat 70%", "getal-in-tekst"),
        ("deze brief noemt geen dagen", "brief-zonder-dagen"),
        ("dus niemand wordt ernaar gevraagd", "nooit-gevraagd"),
    ],
)
def test_a_piece_of_a_message_with_what_differs_in_it_is_explained(folder: RulesFolder, piece: str, code: str) -> None:
    assert f"melding van `verlof check` [{code}]" in explain(folder, *piece.split()).stdout


def test_a_message_that_check_prints_for_an_open_place_is_explained(folder: RulesFolder) -> None:
    folder.change("wazo/boomverlof/regel.yaml", "gelezen: 2020-03-01", "gelezen: INVULLEN de dag")
    printed = CliRunner().invoke(main, ["check", "--regels", str(folder.root)]).stderr.splitlines()[0]
    assert "haal weg wat de wet niet regelt" in explain(folder, printed).stdout


def test_a_word_that_is_not_known_may_be_another_one(folder: RulesFolder) -> None:
    result = explain(folder, "zoal")
    assert result.exit_code == 1
    assert result.stderr == "`zoal` kennen we niet. Bedoel je `zoals`?\n"


def test_a_word_that_is_like_none_is_said_not_to_be_known(folder: RulesFolder) -> None:
    assert explain(folder, "qqqqqqqq").stderr == "`qqqqqqqq` kennen we niet.\n"


def test_rules_that_do_not_load_can_still_be_asked_about(folder: RulesFolder) -> None:
    folder.change("wazo/boomverlof/regel.yaml", "als: tuin", "als: tuim")
    assert explain(folder, "zoals").exit_code == 0


def test_a_message_is_explained_by_its_code(folder: RulesFolder) -> None:
    assert explain(folder, "dubbele-sleutel").stdout == (
        "dubbele-sleutel: melding van `verlof check`\n"
        "    In één blok staat een sleutel maar één keer: haal er een weg, of voeg ze samen.\n"
    )


def test_a_code_stands_once() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("message", [str(pattern) for kind in kinds() for pattern in kind.patterns])
def test_every_message_that_is_explained_is_one_that_the_code_can_say(message: str) -> None:
    pattern = ".*".join(map(re.escape, message.replace("`", "").split("…")))
    assert any(re.search(pattern, said) for said in SAID)


def test_every_message_that_the_code_can_say_has_a_code() -> None:
    assert len(MESSAGES) > 150
    assert [said for said in MESSAGES if code_of(said) is None] == []


def test_every_message_is_dutch() -> None:
    english = re.compile(r"\b(the|not|cannot|must|has|have|here|there|nothing|words|this|these)\b")
    assert [said for said in MESSAGES if english.search(re.sub("`[^`]*`", "", said))] == []


def _raised(tree: ast.AST) -> Iterator[str]:
    """Every sentence with which a mistake in a rule file is made, or that a function of mistakes yields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in MAKE_A_MISTAKE:
            for argument in node.args:
                yield from _texts_of(argument)
        elif isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) in GIVE_MISTAKES:
            for part in ast.walk(node):
                if isinstance(part, ast.Yield | ast.Return) and part.value is not None:
                    yield from _texts_of(part.value)


def _texts_of(node: ast.AST) -> Iterator[str]:
    """The sentences in a part of a call; not what only puts other texts together."""
    if isinstance(node, ast.IfExp):
        yield from _texts_of(node.body)
        yield from _texts_of(node.orelse)
    elif isinstance(node, ast.JoinedStr | ast.Constant):
        text = next(_texts(node), "")
        if re.search(r"[a-z]{2,} +[a-z]{2,}", text):
            yield text


def _name(function: ast.AST) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(tree: ast.AST) -> Iterator[str]:
    """Every text in a module, with `…` for what is filled in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


SAID = [
    text.replace("`", "").replace("\n", " ")
    for file in PACKAGE.rglob("*.py")
    for text in _texts(ast.parse(file.read_text("utf-8")))
]

MESSAGES = [
    text.replace("\n", " ")
    for room in ROOMS
    for file in (PACKAGE / room).rglob("*.py")
    if file.name != "missing.py"  # yields lines of Python
    for text in _raised(ast.parse(file.read_text("utf-8")))
]
