"""What is made of the rules can be kept, and answers as if it had been made anew."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from verlof_api import prepared as module
from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.wire import to_json
from verlof_api.checks.scenarios import Scenarios
from verlof_api.law import RULES, RulebookError
from verlof_api.letters import als_docx
from verlof_api.prepared import Kept, Prepared, key_of

TODAY, LEAVE = date(2026, 11, 22), "wazo.geboorteverlof"
TOLD = Situatie(TODAY, {"arbeidsrelatie": "werknemer", "urenPerWeek": 32})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def made(folder: Path) -> Prepared:
    return Prepared.load(folder=folder)


@pytest.fixture(scope="module")
def kept(made: Prepared, folder: Path) -> Prepared:
    found = Kept(folder).load()
    assert found is not None, "something that is made of the rules cannot be kept: a function within a function?"
    return found


@pytest.fixture(scope="module")
def situations(made: Prepared) -> list[Situatie]:
    runner = Scenarios(made.library.beoordelaar, made.library.situaties)
    return [told for each in made.library.scenarios if (told := runner.situatie(each)) is not None]


def test_what_was_kept_answers_every_scenario_as_before(
    real_beoordelaar: Beoordelaar, kept: Prepared, situations: list[Situatie]
) -> None:
    assert len(situations) > 100
    made_anew, read_back = Adviser(real_beoordelaar), Adviser(kept.library.beoordelaar)
    for number, situation in enumerate(situations):
        taal = ("nl", "en")[number % 2]
        assert to_json(read_back.answer(situation, taal)) == to_json(made_anew.answer(situation, taal))


def test_what_was_kept_writes_and_finds_as_before(made: Prepared, kept: Prepared) -> None:
    words = "mijn vrouw is bevalen"
    assert kept.situation_search.find(words, "nl") == made.situation_search.find(words, "nl")
    told = Situatie(
        TODAY,
        {
            **TOLD.feiten,
            "rolBijKind": "andere-ouder",
            "relatieTotMoeder": "gehuwd",
            "geboortedatumKind": date(2026, 11, 1),
        },
    )
    letters = []
    for letter_writer in (made.library.writers.letter_writer, kept.library.writers.letter_writer):
        variant = next(iter(letter_writer.varianten(LEAVE)))
        letters.append(als_docx(letter_writer.write(told, LEAVE, variant, "nl")))
    assert letters[0] == letters[1]


def test_beside_it_stand_the_rules_as_python(made: Prepared, folder: Path) -> None:
    text = Kept(folder).readable.read_text()
    compile(text, "rules", "exec")
    assert "/regel.yaml:" in text
    assert "def " in text
    assert "def " not in made.library.beoordelaar.module.text  # it is read there, not held in memory


def test_without_a_folder_it_is_made_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, pristine_copy: Path) -> None:
    monkeypatch.setattr(module, "Kept", None)
    assert Prepared.load(pristine_copy).library.beoordelaar.beoordeel(TOLD).verlofsoorten


@pytest.fixture(scope="module")
def pristine_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(RULES, tmp_path_factory.mktemp("copy") / "rules"))


def test_another_rule_another_schema_or_another_package_is_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    keys = [key_of(root)]
    with (root / "feiten.yaml").open("a") as file:
        file.write("# a comment\n")
    keys.append(key_of(root))
    (root / "schema" / "regel.json").write_text("{}")
    keys.append(key_of(root))
    monkeypatch.setattr(Path, "glob", lambda *_: [Path("orjson-99.dist-info")])
    keys.append(key_of(root))
    assert len(set(keys)) == 4


def test_the_key_of_a_copy_of_the_rules_is_the_same(pristine_copy: Path) -> None:
    assert key_of(pristine_copy) == key_of(RULES)


def test_wrong_rules_stop_the_start_and_are_not_kept(tmp_path: Path) -> None:
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    (root / "feiten.yaml").write_text("a: [")
    with pytest.raises(RulebookError, match=r"feiten\.yaml"):
        Prepared.load(root, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("content", [b"", b"no pickle", b"N."])
def test_what_cannot_be_read_after_all_counts_as_not_there(folder: Path, content: bytes) -> None:
    assert module._read(memoryview(content)) is None


def test_a_process_that_is_forked_answers_with_what_was_kept(kept: Prepared) -> None:
    adviser = Adviser(kept.library.beoordelaar)
    expected = to_json(adviser.answer(TOLD))
    child = os.fork()
    if child == 0:
        os._exit(0 if to_json(adviser.answer(TOLD)) == expected else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


_SERVES = """
import sys
from verlof_api import create_app
answer = create_app().test_client().post("/v1/beoordelingen", json={"feiten": {"arbeidsrelatie": "werknemer"}})
print(answer.status_code, *sys.modules)
"""


def test_a_service_that_reads_back_what_was_kept_loads_nothing_that_only_reading_rules_needs(
    made: Prepared, folder: Path
) -> None:
    environment = os.environ | {"VERLOF_CACHE": str(folder)}
    ran = subprocess.run([sys.executable, "-c", _SERVES], env=environment, capture_output=True, text=True, check=True)
    status, *loaded = ran.stdout.splitlines()[-1].split()
    assert (status, "verlof_api.checks.scenarios" in loaded) == ("200", True)
    assert not {"babel.dates", "docx", "jsonschema_rs", "snowballstemmer", "verlof_api.checks.report"} & set(loaded)
