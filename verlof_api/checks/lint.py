"""A linter of law: what is allowed by the format but is probably a mistake or a hole in the rules or their scenarios.

Every finding has a file and a line and, where a scenario would fill the hole, an example of the situation to write.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.money import MONEY_FACTS
from verlof_api.assessment.plan import Plan
from verlof_api.checks.coverage import GRANTING, Coverage
from verlof_api.checks.scenarios import Outcome, Scenarios
from verlof_api.engine.ruleset import NIET_VOLDAAN, VOLDAAN
from verlof_api.intake import today
from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort

_DEEP_LINK = re.compile(
    r"https://wetten\.overheid\.nl/jci1\.3:c:BWB[RV]\d{7}(&boek=\d+)?&artikel=[^&]+(&lid=[^&]+)?(&[zg]=\d{4}-\d\d-\d\d){2}"
)


def lint(runner: Scenarios, outcomes: Sequence[Outcome], coverage: Coverage) -> Iterator[RuleError]:
    """Everything that looks wrong, in no particular order; `outcomes` are those of `runner`."""
    beoordelaar = runner.beoordelaar
    rulebook = beoordelaar.rulebook
    for verlofsoort in rulebook.verlofsoorten.values():
        yield from _gaps(verlofsoort)
        yield from days_read(verlofsoort, rulebook.eerste_dag)
        yield from _verdicts(verlofsoort, coverage)
    for plan in beoordelaar.plans.values():
        yield from _never_or_always(beoordelaar, plan)
        yield from _links(plan)
    yield from _unread_facts(beoordelaar)
    yield from _boundaries(runner, outcomes)
    yield from coverage.holes()


def _gaps(verlofsoort: Verlofsoort) -> Iterator[RuleError]:
    for old, new in zip(verlofsoort.versies, verlofsoort.versies[1:], strict=False):
        if old.tot is not None and old.tot + timedelta(days=1) < new.van and new.onderbroken is None:
            days = f"{old.tot + timedelta(days=1)} tot en met {new.van - timedelta(days=1)}"
            yield new.plek.error(
                f"{verlofsoort.id}: geen wet van {days}; zeg waarom onder `onderbroken`, of verbeter de datums"
            )


def days_read(verlofsoort: Verlofsoort, eerste_dag: date) -> Iterator[RuleError]:
    """The text that was read is one of days on which the version holds. It may be that of the version before, where no
    new text made the version, and an older one where the rules begin."""
    before = date.min
    for versie in verlofsoort.versies:
        day, latest = versie.gelezen, versie.tot or max(versie.van, today())
        where = f"{verlofsoort.id}: `gelezen: {day}`"
        if day > latest:
            yield versie.plek.error(f"{where} ligt na {latest}: welke tekst is er gelezen?")
        elif day < before:
            yield versie.plek.error(f"{where} is een oudere tekst dan die van de versie ervoor ({before})")
        elif day < versie.van and versie.van > eerste_dag and day != before:
            yield versie.plek.error(f"{where} ligt voor `van: {versie.van}`: staat de wijziging al in die tekst?")
        before = day


def _verdicts(verlofsoort: Verlofsoort, coverage: Coverage) -> Iterator[RuleError]:
    seen = coverage.verdicts.get(verlofsoort.id, set())
    plek = verlofsoort.versies[-1].plek
    if not seen & GRANTING:
        yield plek.error(f"{verlofsoort.id}: geen scenario geeft dit verlof")
    if "geen-recht" not in seen:
        yield plek.error(f"{verlofsoort.id}: geen scenario weigert dit verlof; bijvoorbeeld aan wie geen werknemer is")


def _never_or_always(beoordelaar: Beoordelaar, plan: Plan) -> Iterator[RuleError]:
    compiled = beoordelaar.engine.compiled[plan.key]
    texts = {voorwaarde.id: voorwaarde.als for voorwaarde in plan.versie.voorwaarden}
    for condition, outcome in compiled.never:
        if outcome in (VOLDAAN, NIET_VOLDAAN):
            word = "voldaan" if outcome == VOLDAAN else "niet-voldaan"
            open_norm = next(each.open_norm for each in compiled.rules.conditions if each.id == condition)
            if not (outcome == NIET_VOLDAAN and open_norm is not None):
                yield texts[condition].error(f"{plan.key}: voorwaarde `{condition}` kan nooit {word} zijn")


def _links(plan: Plan) -> Iterator[RuleError]:
    for voorwaarde in plan.versie.voorwaarden:
        for bron in voorwaarde.bronnen:
            if bron.artikel is not None and not _DEEP_LINK.fullmatch(bron.url or ""):
                yield voorwaarde.als.error(f"{bron}: {bron.url} is geen link naar een artikel op een datum")


def _unread_facts(beoordelaar: Beoordelaar) -> Iterator[RuleError]:
    read = {fact for plan in beoordelaar.plans.values() for fact in plan.program.facts_read} | MONEY_FACTS
    for feit in beoordelaar.rulebook.feiten.values():
        if feit.id not in read:
            yield next(iter(feit.teksten.values())).label.error(f"`{feit.id}`: geen regel leest dit feit")


def _boundaries(runner: Scenarios, outcomes: Sequence[Outcome]) -> Iterator[RuleError]:
    """A change of law is tested on its first day and on the day before."""
    beoordelaar = runner.beoordelaar
    tested = {
        (verlof, runner.anchor(outcome.scenario, verlof))
        for outcome in outcomes
        for verlof in outcome.scenario.verwacht
    }
    for verlofsoort in beoordelaar.rulebook.verlofsoorten.values():
        for versie in verlofsoort.versies:
            if versie.van == beoordelaar.rulebook.eerste_dag:
                continue
            for day in (versie.van - timedelta(days=1), versie.van):
                if (verlofsoort.id, day) not in tested:
                    facts = f"{verlofsoort.anker[0]}: {day}" if verlofsoort.anker else f"peildatum: {day}"
                    yield versie.plek.error(f"{verlofsoort.id}: geen scenario op {day}, bijvoorbeeld met `{facts}`")
