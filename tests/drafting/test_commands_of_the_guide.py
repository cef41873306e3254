"""Every command that the guide for jurists writes out to begin or change law works as it stands there."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from verlof_api.cli import main
from verlof_api.law import RULES

GUIDE = Path(__file__).parents[2] / "docs" / "regels-schrijven.md"
COMMANDS = re.findall(r"^(?:\$ )?\.venv/bin/verlof (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)


def test_the_guide_begins_changes_and_explains_with_a_command() -> None:
    assert {command.split()[0] for command in COMMANDS} >= {"nieuw", "wijzig", "uitleg"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guide_works_as_it_stands(command: str, tmp_path: Path) -> None:
    root = shutil.copytree(RULES, tmp_path / "rules")
    result = CliRunner().invoke(main, [*shlex.split(command), "--regels", str(root)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout
