"""Everything that is wrong with a rules folder, in one list: files, rules, scenarios, words, letters and refusals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verlof_api.checks.report import Report, check
from verlof_api.law import RuleError, open_folder
from verlof_api.law.loader import load_law
from verlof_api.letters import notes
from verlof_api.library import load_core, load_writers


@dataclass(frozen=True)
class Checked:
    """`findings`: what is wrong, in order of file and line. `report`: None when the rules do not load at all."""

    findings: Sequence[RuleError]
    report: Report | None


def checked(root: Path) -> Checked:
    """Check the rules in `root`. Mistakes come in layers: first those in the shape of any file, then what is said in
    them, and only of rules that load what their scenarios and words show."""
    folder = open_folder(root)
    if folder.value is None:
        return Checked(_in_order(folder.errors), None)
    law = load_law(folder.value)
    core = load_core(folder.value, law)
    writers = load_writers(folder.value, law, core)  # the service does not start without them either
    if core.value is None:
        return Checked(_in_order([*core.errors, *writers.errors]), None)
    report = check(folder.value, core.value.beoordelaar, core.value.situaties, core.value.scenarios)
    if writers.value is not None:
        of_letters = notes.notes(folder.value, core.value.beoordelaar)
        report = replace(report, notes=_in_order([*report.notes, *of_letters]))
    return Checked(_in_order([*report.findings, *writers.errors]), report)


def _in_order(findings: Iterable[RuleError]) -> Sequence[RuleError]:
    return sorted(set(findings))
