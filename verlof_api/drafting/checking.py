"""Everything that is wrong with a rules folder, in one list: files, rules, scenarios, words, letters and refusals."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from verlof_api.checks import Report, check
from verlof_api.law import RulebookError, RuleError
from verlof_api.law.folder import Folder
from verlof_api.writers import Writers


@dataclass(frozen=True)
class Checked:
    """`findings`: what is wrong, in order of file and line. `report`: None when the rules do not load at all."""

    findings: Sequence[RuleError]
    report: Report | None


def checked(root: Path) -> Checked:
    """Check the rules in `root`. Mistakes come in layers: first those in the shape of any file, then what is said in
    them, and only of rules that load what their scenarios and words show."""
    try:
        Folder(root)
        report = check(root)
    except RulebookError as error:
        return Checked(error.errors, None)
    return Checked(sorted({*report.findings, *_unwritable(report, root)}), report)


def _unwritable(report: Report, root: Path) -> Sequence[RuleError]:
    """What is wrong with letters, refusals, the calendar and the money line; the service starts with none of it."""
    try:
        Writers.load(report.beoordelaar, root)
    except RulebookError as error:
        return error.errors
    return ()
