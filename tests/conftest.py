"""What the tests of rulebook, expressions, engine and assessment share: a fictional rulebook, and the real one."""

from pathlib import Path

import pytest

from tests.support.real_rules import real_library
from tests.support.rules_folder import RulesFolder
from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar
from verlof_api.law import Rulebook
from verlof_api.letters import LetterWriter


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> RulesFolder:
    """A complete rules folder of a fictional law, to be left as it is."""
    return RulesFolder(tmp_path_factory.mktemp("fictional") / "rules")


@pytest.fixture
def rules(pristine: RulesFolder, tmp_path: Path) -> RulesFolder:
    """A rules folder of the fictional law, to change and to load."""
    return pristine.copy(tmp_path / "rules")


@pytest.fixture(scope="session")
def trees(pristine: RulesFolder) -> Rulebook:
    """The rulebook of the fictional law as it is."""
    return pristine.load()


@pytest.fixture(scope="session")
def real_rulebook() -> Rulebook:
    return real_library().rulebook


@pytest.fixture(scope="session")
def real_beoordelaar() -> Beoordelaar:
    return real_library().beoordelaar


@pytest.fixture(scope="session")
def adviser(real_beoordelaar: Beoordelaar) -> Adviser:
    return Adviser(real_beoordelaar)


@pytest.fixture(scope="session")
def letter_writer() -> LetterWriter:
    return real_library().writers.letter_writer
