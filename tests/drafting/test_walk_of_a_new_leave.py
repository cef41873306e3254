"""The walk of the guide: a bill becomes law, with its letters. The commands begin it, and `check` forgets no file.

On a copy of the real rules, because it is their files, letters and situations that must not be forgotten. What is
filled in is made up.
"""

import re
import shutil
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.cli import main
from verlof_api.law import RULES, load_rulebook
from verlof_api.law.folder import open_folder
from verlof_api.letters import LetterWriter, als_tekst
from verlof_api.letters.book import load_brieven

FOLDER = "wazo/rouwverlof"
CONTRACT = Path(__file__).parents[2] / "openapi.yaml"
# What a jurist fills in, per file, from top to bottom.
FILLED = {
    "regel.yaml": [
        "2027-07-01",
        "gebeurtenis == overlijden",
        "1 * urenPerWeek",
        "1 × urenPerWeek",
        "gewensteIngangsdatum + 1 jaar",
        "100",
        "loon",
        "werkgever",
        "gewensteIngangsdatum - 1 dag",
        "vormvrij",
        "meldingsdatum > gewensteIngangsdatum - 1 dag",
        "false",
        "false",
        "niet",
    ],
    "tekst.nl.yaml": [
        "Een week vrij met loon als iemand overlijdt die je na staat (Wazo).",
        "Iemand is overleden",
        "Iemand is overleden, en daarvoor is dit verlof (Wazo).",
        "Dit verlof is er alleen na een overlijden (Wazo).",
        "We weten nog niet of er iemand is overleden.",
        "Zeg je werkgever een dag vooraf wanneer je vrij neemt (Wazo).",
    ],
    "tekst.en.yaml": [
        "Bereavement leave (rouwverlof)",
        "A week off with pay when someone close to you dies (Wazo).",
        "Someone has died",
        "Someone has died, and this leave is for that (Wazo).",
        "This leave is only there after a death (Wazo).",
        "We do not know yet whether someone has died.",
        "Tell your employer a day before which days you take off (Wazo).",
    ],
    "scenarios.yaml": [
        "Wie op 1 juli 2027 om een dierbare rouwt, krijgt een week vrij",
        "urenPerWeek: 32\n    gebeurtenis: overlijden",
        "{uren: 32}",
        "{percentage: 100, door: werkgever}",
        "Trouwen is geen rouw",
        "urenPerWeek: 32\n    gebeurtenis: huwelijk",
        "urenPerWeek: 32\n    gebeurtenis: overlijden",
        "urenPerWeek: 32\n    gebeurtenis: overlijden",
    ],
    "weigering.yaml": ["2027-07-01", "wazo-recht"],
    "brief.yaml": ["melding"],
    "brief.en.yaml": ["bereavement leave (rouwverlof)"],
}
OPEN = re.compile(r'"INVULLEN[^"]*"(: true)?')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copy(CONTRACT, tmp_path)
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def verlof(root: Path, command: str, *words: str) -> Result:
    return CliRunner().invoke(main, [command, *words, "--regels", str(root)])


def begin(root: Path) -> Result:
    words = ("--van", "2027-07-01", "--artikel", "Wazo 4:9 lid 1", "--voorwaarde", "overlijden")
    return verlof(root, "nieuw", "wazo.rouwverlof", *words)


def fill(file: Path, values: Iterable[str]) -> None:
    text = file.read_text()
    for value in values:
        text, found = OPEN.subn(lambda _, value=value: value, text, count=1)
        assert found, f"{file.name} has no place left for {value}"
    file.write_text(text)


def fill_all(root: Path) -> None:
    for file, values in FILLED.items():
        fill(root / FOLDER / file, values)


def know_article(root: Path) -> None:
    """Let the structure of the law have the article of the leave, as a new text of it would."""
    laws = root / "wetten-artikelen.yaml"
    laws.write_text(laws.read_text().replace("    5:1: ", "    4:9: {leden: 1}\n    5:1: ", 1))


@pytest.fixture
def finished(root: Path) -> Path:
    begin(root)
    fill_all(root)
    know_article(root)
    return root


def letter(root: Path, taal: str) -> str:
    beoordelaar = Beoordelaar(load_rulebook(root))
    situatie = Situatie(
        date(2027, 7, 1),
        {
            "arbeidsrelatie": "werknemer",
            "urenPerWeek": Decimal(32),
            "gebeurtenis": "overlijden",
            "gewensteIngangsdatum": date(2027, 7, 5),
            "gewensteEinddatum": date(2027, 7, 11),
        },
        ("wazo.rouwverlof",),
    )
    brieven = load_brieven(open_folder(root).or_raise(), beoordelaar.rulebook).or_raise()
    letter_writer = LetterWriter(beoordelaar, brieven, lambda situatie, verlofsoort: None)
    return als_tekst(letter_writer.write(situatie, "wazo.rouwverlof", "melding", taal))


def test_a_leave_that_was_begun_and_filled_in_is_right_and_writes_its_letters(finished: Path) -> None:
    assert verlof(finished, "check").output.endswith("alles klopt.\n")
    assert "rouwverlof" in letter(finished, "nl")
    assert "bereavement leave" in letter(finished, "en")


def test_the_letter_of_a_leave_that_was_begun_says_on_which_days_it_is(finished: Path) -> None:
    said = letter(finished, "nl")
    assert "5 juli 2027" in said
    assert "11 juli 2027" in said


def test_check_names_an_article_that_the_law_does_not_have_yet(root: Path) -> None:
    begin(root)
    fill_all(root)
    findings = verlof(root, "check").stderr.splitlines()
    missing = [each for each in findings if "artikel 4:9 staat niet in wetten-artikelen.yaml" in each]
    assert missing
    assert [each for each in findings if each not in missing and "let op: " not in each] == []


def test_check_names_every_place_that_is_still_open_and_nothing_else(root: Path) -> None:
    begin(root)
    findings = verlof(root, "check").stderr.splitlines()
    for file, values in FILLED.items():
        assert sum(each.startswith(f"{FOLDER}/{file}:") for each in findings) == len(values)
    assert len(findings) == sum(map(len, FILLED.values()))
    assert all("nog invullen: " in each for each in findings)


@pytest.mark.parametrize(
    "forgotten",
    [
        ("regel.yaml",),
        ("tekst.nl.yaml", "tekst.en.yaml"),
        ("scenarios.yaml",),
        ("weigering.yaml", "brief.nl.yaml", "brief.en.yaml"),
        ("brief.yaml",),
    ],
)
def test_check_names_each_file_that_is_forgotten(finished: Path, forgotten: tuple[str, ...]) -> None:
    for file in forgotten:
        (finished / FOLDER / file).unlink()
    mistakes = verlof(finished, "check").stderr
    assert all(f"{FOLDER}/{file}:1: " in mistakes or f"dit verlof heeft geen {file}" in mistakes for file in forgotten)


def test_the_bill_ends_on_the_day_before_and_who_came_for_it_finds_the_law(root: Path) -> None:
    begin(root)
    rule = (root / "voorstel/rouwverlof/regel.yaml").read_text()
    assert "tot: 2027-06-30" in rule
    assert "opgevolgd-door: wazo.rouwverlof" in rule
    named = re.findall(r"\[.*voorstel.rouwverlof.*\]", (root / "situaties.yaml").read_text())
    assert named
    assert all("wazo.rouwverlof" in situation for situation in named)


@pytest.mark.parametrize(
    ("listed", "becomes"),
    [
        ("[afspraak.bijzonder-verlof, bw.vakantie]", "[wazo.rustverlof, afspraak.bijzonder-verlof, bw.vakantie]"),
        ("[wfw.werktijd, bw.vakantie]", "[wfw.werktijd, wazo.rustverlof, bw.vakantie]"),
        ("[wfw.werktijd, voorstel.rouwverlof]", "[wfw.werktijd, wazo.rustverlof, voorstel.rouwverlof]"),
        ("[wfw.werktijd, wfw.arbeidsduur]", "[wfw.werktijd, wfw.arbeidsduur, wazo.rustverlof]"),
    ],
)
def test_a_right_comes_before_what_only_fills_in_and_before_agreements_and_bills(
    root: Path, listed: str, becomes: str
) -> None:
    situation = "mijn-rust: {{verlofsoorten: {}, feiten: {{}}, doelgroep: werknemer}}\n"
    (root / "situaties.yaml").write_text(situation.format(listed))
    verlof(root, "nieuw", "wazo.rustverlof", "--situatie", "mijn-rust")
    assert (root / "situaties.yaml").read_text() == situation.format(becomes)


def test_nothing_but_the_place_itself_changes_in_a_file_that_was_there(root: Path) -> None:
    before = {path: path.read_text() for path in [*root.rglob("*.yaml"), root.parent / "openapi.yaml"]}
    begin(root)
    changed = {path: text for path, text in before.items() if path.read_text() != text}
    assert {path.name for path in changed} == {"openapi.yaml", "situaties.yaml", "regel.yaml"}
    for path, text in changed.items():
        old, new = text.splitlines(), path.read_text().splitlines()
        assert len([line for line in new if line not in old]) <= 2
        assert [line for line in old if line.lstrip().startswith("#")] == [
            line for line in new if line.lstrip().startswith("#")
        ]


def test_the_contract_gets_the_id_of_the_leave(root: Path) -> None:
    begin(root)
    contract = yaml.load((root.parent / "openapi.yaml").read_text(), yaml.CSafeLoader)
    assert contract["components"]["schemas"]["VerlofsoortId"]["enum"][-1] == "wazo.rouwverlof"


def test_the_jurist_reads_what_was_made_and_where_the_bill_still_stands(root: Path) -> None:
    said = begin(root).stdout
    assert str(root / FOLDER / "weigering.yaml") in said
    line = next(
        number
        for number, text in enumerate((root / "hiaten.yaml").read_text().splitlines(), 1)
        if "voorstel.rouwverlof" in text
    )
    assert f"hiaten.yaml:{line}" in said


def test_a_leave_that_exists_is_not_begun_again(root: Path) -> None:
    begin(root)
    fill(root / FOLDER / "weigering.yaml", ["2027-07-01"])
    before = (root / FOLDER / "weigering.yaml").read_text()
    again = begin(root)
    assert again.exit_code == 1
    assert "bestaat al" in again.stderr
    assert (root / FOLDER / "weigering.yaml").read_text() == before


def test_a_leave_without_a_letter_says_so_and_has_no_letter_files(root: Path) -> None:
    verlof(root, "nieuw", "wazo.rustverlof", "--zonder-brief", "--situatie", "sabbatical")
    assert "wazo.rustverlof" in (root / "brieven.yaml").read_text().partition("zonderBrief")[2].partition("]")[0]
    assert not list((root / "wazo" / "rustverlof").glob("brief*"))


def test_a_leave_begins_in_every_language_of_the_folder(root: Path) -> None:
    (root / "feiten.pl.yaml").write_text("{}\n")
    begin(root)
    assert "INVULLEN de titel in het Pools" in (root / FOLDER / "tekst.pl.yaml").read_text()
    assert "Pools" in (root / FOLDER / "brief.pl.yaml").read_text()


def test_without_a_first_day_every_day_is_an_open_place(root: Path) -> None:
    assert verlof(root, "nieuw", "wazo.rouwverlof").exit_code == 0
    assert "nog invullen: de eerste dag van de wet" in verlof(root, "check").stderr
    assert "tot:" not in (root / "voorstel/rouwverlof/regel.yaml").read_text()


def test_a_folder_that_cannot_be_written_stays_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text = Path.write_text

    def refused(path: Path, text: str, encoding: str | None = None) -> int:
        if path.name == "scenarios.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return write_text(path, text, encoding)

    monkeypatch.setattr(Path, "write_text", refused)
    result = begin(root)
    assert result.exit_code == 1
    assert result.stderr.endswith("scenarios.yaml is niet te schrijven. Er is niets gewijzigd.\n")
    assert not (root / FOLDER).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rouwverlof",), "een id is de wet, een punt en een naam"),
        (("waso.rouwverlof",), "een id is de wet, een punt en een naam"),
        (("voorstel.rustverlof",), "Een voorstel heeft bijna niets"),
        (("wazo.rustverlof", "--situatie", "sabatical"), "Deze levenssituatie bestaat niet: sabatical"),
    ],
)
def test_what_cannot_begin_is_refused_in_one_line_and_writes_nothing(
    root: Path, words: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    result = verlof(root, "nieuw", *words)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
