"""All checks of a rulebook together. They use the same path as a request."""

from collections.abc import Sequence
from dataclasses import dataclass

from verlof_api.assessment import Beoordelaar
from verlof_api.checks.amounts import amounts, ending
from verlof_api.checks.articles import articles, unknown_laws
from verlof_api.checks.contract import contract
from verlof_api.checks.contradictions import contradictions
from verlof_api.checks.coverage import Coverage
from verlof_api.checks.lint import lint
from verlof_api.checks.plausible import implausible
from verlof_api.checks.program_words import program_findings, program_texts
from verlof_api.checks.reach import reach
from verlof_api.checks.scenarios import Outcome, Scenarios
from verlof_api.checks.schrijfwijzer import load_schrijfwijzer
from verlof_api.checks.search_words import search_words
from verlof_api.checks.shown import shown
from verlof_api.checks.writing import language_findings
from verlof_api.intake import today
from verlof_api.law import RULES, Folder, RuleError
from verlof_api.law.scenarios import Scenario
from verlof_api.situations import SituationBook


@dataclass(frozen=True)
class Report:
    """`findings`: what is wrong or not finished. `notes`: what somebody should know, though nothing is wrong."""

    beoordelaar: Beoordelaar
    outcomes: Sequence[Outcome]
    coverage: Coverage
    findings: Sequence[RuleError]
    notes: Sequence[RuleError]


def check(folder: Folder, beoordelaar: Beoordelaar, situaties: SituationBook, scenarios: Sequence[Scenario]) -> Report:
    """Run all scenarios of the rules in `folder`, of which the others were made, look for holes and read the words.

    With the rules that come with the program, what the program itself says is read too.
    """
    rulebook = beoordelaar.rulebook
    runner = Scenarios(beoordelaar, situaties)
    outcomes = [runner.run(scenario) for scenario in scenarios]
    coverage = Coverage(beoordelaar, outcomes)
    findings = [difference for outcome in outcomes for difference in outcome.differences]
    findings += lint(runner, outcomes, coverage)
    findings += shown(runner, outcomes)
    findings += contradictions(beoordelaar, situaties)
    findings += language_findings(folder, rulebook, situaties)
    schrijfwijzer = load_schrijfwijzer(folder).value
    if schrijfwijzer is not None and folder.root.resolve() == RULES.resolve():
        findings += program_findings(program_texts(), schrijfwijzer, rulebook)
    findings += reach(rulebook, situaties.levenssituaties)
    findings += articles(folder, rulebook.wetboek)
    findings += amounts(folder, rulebook)
    findings += implausible(folder, rulebook, today())
    findings += search_words(situaties)
    findings += contract(folder.root, rulebook, situaties)
    notes = [*unknown_laws(folder, rulebook.wetboek), *ending(folder, rulebook, today())]
    return Report(beoordelaar, outcomes, coverage, sorted(findings), sorted(notes))
