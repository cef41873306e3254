"""Letters that a jurist writes are held against the rules: what does not fit is refused, with file and line."""

import shutil
from pathlib import Path

import pytest

from verlof_api.law import RULES, Rulebook, open_folder
from verlof_api.letters.book import load_brieven

ZORG = "wazo/langdurend-zorgverlof/brief"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def change(root: Path, file: str, old: str, new: str) -> int:
    """Replace `old` in a file; the line on which it stood."""
    text = (root / file).read_text()
    assert text.count(old) == 1, (file, old, text.count(old))
    (root / file).write_text(text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


def mistakes(root: Path, rulebook: Rulebook) -> list[str]:
    return sorted(str(error) for error in load_brieven(open_folder(root).or_raise(), rulebook).errors)


def test_a_leave_without_letters_is_refused(root: Path, real_rulebook: Rulebook) -> None:
    for file in (root / "wazo/kraamverlof").glob("brief*"):
        file.unlink()
    (mistake,) = mistakes(root, real_rulebook)
    assert mistake.startswith("wazo/kraamverlof/brief.yaml:1: dit verlof heeft geen brieven")


def test_a_leave_that_needs_no_letters_may_not_have_them(root: Path, real_rulebook: Rulebook) -> None:
    line = change(root, "brieven.yaml", "[zw.ziekte, ", "[wazo.kraamverlof, zw.ziekte, ")
    assert mistakes(root, real_rulebook) == [f"brieven.yaml:{line}: `wazo.kraamverlof` heeft wel brieven"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_letter_in_one_language_is_refused(root: Path, real_rulebook: Rulebook, taal: str) -> None:
    (root / f"{ZORG}.{taal}.yaml").unlink()
    assert mistakes(root, real_rulebook) == [f"{ZORG}.{taal}.yaml:1: dit bestand ontbreekt"]


@pytest.mark.parametrize(
    "name", ["feit.naam", "termijn.sneeuwvrij", "artikel.voorwaarde.sneeuw", "omvang.jaren", "feit.opgenomenUren", "x"]
)
def test_a_value_that_means_nothing_is_refused(root: Path, real_rulebook: Rulebook, name: str) -> None:
    line = change(root, f"{ZORG}.nl.yaml", "reden: De reden", f"reden: Nu {{{name}}}. De reden")
    change(root, f"{ZORG}.en.yaml", "reden: The reason", f"reden: Now {{{name}}}. The reason")
    assert f"{ZORG}.nl.yaml:{line}: {{{name}}} wordt hier niet ingevuld" in mistakes(root, real_rulebook)


def test_a_sentence_that_names_other_values_in_english_is_refused(root: Path, real_rulebook: Rulebook) -> None:
    line = change(root, f"{ZORG}.en.yaml", "reden: The", "reden: On {datum} the")
    assert mistakes(root, real_rulebook) == [
        f"{ZORG}.en.yaml:{line}: alineas: `reden` noemt andere waarden dan wazo/langdurend-zorgverlof/brief.nl"
    ]


def test_a_sentence_that_states_the_right_needs_the_verdict(root: Path, real_rulebook: Rulebook) -> None:
    line = change(root, f"{ZORG}.yaml", "      - {id: reden}\n", "      - {id: reden, stelt: recht}\n")
    assert mistakes(root, real_rulebook) == [
        f"{ZORG}.yaml:{line}: `reden` zegt dat er recht is: schrijf `bij: {{oordeel: [recht]}}`"
    ]


@pytest.mark.parametrize(
    ("guard", "message"),
    [
        ("{verteld: [sneeuw]}", "het feit `sneeuw` bestaat niet"),
        ("{is: {toestand: [moe]}}", "`toestand` kan niet moe zijn"),
        ("{is: {schriftelijk: [misschien]}}", "`schriftelijk` kan niet misschien zijn"),
        ("{open: [aanvragen-uwv]}", "de termijn `aanvragen-uwv` bestaat hier niet"),
    ],
)
def test_a_condition_that_cannot_hold_is_refused(root: Path, real_rulebook: Rulebook, guard: str, message: str) -> None:
    line = change(root, f"{ZORG}.yaml", "      - {id: reden}\n", f"      - {{id: reden, bij: {guard}}}\n")
    assert mistakes(root, real_rulebook) == [f"{ZORG}.yaml:{line}: {message}"]


def test_a_ground_without_an_article_in_every_version_is_refused(root: Path, real_rulebook: Rulebook) -> None:
    line = change(root, f"{ZORG}.yaml", "grond: [voorwaarde.naaste]", "grond: [voorwaarde.heeft-zorg-nodig]")
    (mistake,) = mistakes(root, real_rulebook)
    assert mistake.startswith(f"{ZORG}.yaml:{line}: geen versie van dit verlof heeft `voorwaarde.heeft-zorg-nodig`")


def test_words_that_no_letter_uses_are_refused(root: Path, real_rulebook: Rulebook) -> None:
    lines = {}
    for taal in ("nl", "en"):
        text = (root / f"{ZORG}.{taal}.yaml").read_text()
        lines[taal] = text.count("\n") + 1
        (root / f"{ZORG}.{taal}.yaml").write_text(text + "  sneeuw: Het sneeuwt.\n")
    assert mistakes(root, real_rulebook) == [
        f"{ZORG}.{taal}.yaml:{lines[taal]}: alineas: niets gebruikt `sneeuw`" for taal in ("en", "nl")
    ]


def test_a_fact_that_is_compared_with_a_term_must_be_one(root: Path, real_rulebook: Rulebook) -> None:
    old = "niet-later-dan: {meldingsdatum: antwoord}, weigering: {opTijd: [nee]}}"
    line = change(root, "brieven.yaml", old, old.replace("meldingsdatum", "meldingsdag"))
    assert f"brieven.yaml:{line}: het feit `meldingsdag` bestaat niet; bedoel je `meldingsdatum`?" in mistakes(
        root, real_rulebook
    )
