"""Run the worked cases that stand beside the rules, along the same path as any request, and compare."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import orjson

from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.verdicts import REFUSED, VRAAG_NODIG
from verlof_api.assessment.wire import to_json
from verlof_api.engine.ruleset import NIET_VOLDAAN
from verlof_api.intake import InputErrors, Intake, parse
from verlof_api.law.errors import RuleError
from verlof_api.law.scenarios import Scenario
from verlof_api.law.strict_yaml import Tree
from verlof_api.law.violations import written
from verlof_api.situations import SituationBook

_CONTAINED = ("waarschuwingen", "ontbrekendeFeiten", "aannames", "stappen")
_WITHOUT = "zonder"
_NAMED_BY = {"waarschuwingen": "code", "termijnen": "id", "aannames": "feit", "stappen": "id"}
DISPUTED = "omstreden"
DISPUTE_WARNING = "geschil-in-bronnen"


@dataclass(frozen=True)
class Outcome:
    """A scenario that was run: the answer per leave id it names, and where the answer differs from what it expects."""

    scenario: Scenario
    answers: Mapping[str, LeaveAnswer]
    differences: tuple[RuleError, ...]


class Scenarios:
    """Runs scenarios with one rulebook."""

    def __init__(self, beoordelaar: Beoordelaar, situaties: SituationBook) -> None:
        self.beoordelaar, self._adviser = beoordelaar, Adviser(beoordelaar)
        self.intake = Intake(beoordelaar.rulebook, situaties)

    def run(self, scenario: Scenario) -> Outcome:
        """Run one scenario and compare."""
        request = {**scenario.vraag, "verlofsoorten": list(scenario.verwacht)}
        try:
            situatie = self._situatie(request)
        except InputErrors as fouten:
            refused = tuple(scenario.error(f"de dienst weigert deze vraag: {fout}") for fout in fouten.fouten)
            return Outcome(scenario, {}, refused)
        answer = self._adviser.answer(situatie)
        answers = {each.id: each for each in answer.assessment.verlofsoorten}
        found = [
            scenario.error(f"{verlof}: {difference}")
            for verlof, expected in scenario.verwacht.items()
            for difference in differences(expected, orjson.loads(to_json(answers[verlof])))
        ]
        if scenario.route is not None:
            found += map(scenario.error, route_differences(scenario.route, orjson.loads(to_json(answer.route))))
        if scenario.zekerheid == DISPUTED and not any(
            warning.code == DISPUTE_WARNING for answer in answers.values() for warning in answer.waarschuwingen
        ):
            found.append(
                scenario.error(f"de bronnen verschillen hier, dus een verlof moet waarschuwen met `{DISPUTE_WARNING}`")
            )
        return Outcome(scenario, answers, tuple(found))

    def situatie(self, scenario: Scenario) -> Situatie | None:
        """The situation of a scenario; None when its request is refused."""
        try:
            return self._situatie(scenario.vraag)
        except InputErrors:
            return None

    def anchor(self, scenario: Scenario, verlof: str) -> date | None:
        """The date that decides which law applies to `verlof` in this scenario."""
        situatie = self.situatie(scenario)
        return None if situatie is None else self.beoordelaar.anchor(situatie, verlof)

    def _situatie(self, request: Tree) -> Situatie:
        """Through JSON, as any client sends it."""
        return self.intake.situatie(parse(orjson.dumps(request)), date.min)


def differences(expected: Tree, answer: Tree) -> Iterator[str]:
    """Where `answer` (one leave) does not say what `expected` says. Only what is named is compared.

    Warnings, assumptions, missing facts and steps must be contained, and under `zonder` must not be; `termijnen` maps
    an id to its day and `voorwaarden` to its outcome; amounts are compared in order.
    """
    for name, wanted in expected.items():
        if name == _WITHOUT:
            for part, unwanted in wanted.items():
                given = _names(part, answer)
                if found := sorted(set(unwanted) & set(given)):
                    yield f"{part}: {written(found)} is niet verwacht, het antwoord heeft {written(given)}"
        elif name in _CONTAINED:
            given = _names(name, answer)
            if not set(wanted) <= set(given):
                yield f"{name}: verwacht {written(wanted)}, het antwoord heeft {written(given)}"
        elif name == "termijnen":
            yield from _compare(name, wanted, {term["id"]: term["uiterlijk"] for term in answer[name]})
        elif name == "voorwaarden":
            yield from _compare(name, wanted, {condition["id"]: condition["uitkomst"] for condition in answer[name]})
        elif name == "oordeel":
            yield from (difference + _why(answer) for difference in _compare(name, wanted, answer[name]))
        else:
            yield from _compare(name, wanted, answer[name])


def _why(answer: Tree) -> str:
    """Why the verdict is what it is: the facts that nobody told, or the conditions that are not met."""
    if answer["oordeel"] == VRAAG_NODIG and answer["ontbrekendeFeiten"]:
        return f"; niet verteld: {', '.join(answer['ontbrekendeFeiten'])}"
    unmet = [each["id"] for each in answer.get("voorwaarden", ()) if each["uitkomst"] == NIET_VOLDAAN]
    if answer["oordeel"] in REFUSED and unmet:
        return f"; niet voldaan: {', '.join(unmet)}"
    return ""


def route_differences(expected: Sequence[Tree], route: Sequence[Tree]) -> Iterator[str]:
    """Where a route does not have these leaves in this order, or not what is named of them."""
    names = [step["verlofsoort"] for step in route]
    if [step["verlofsoort"] for step in expected] != names:
        wanted_names = [step["verlofsoort"] for step in expected]
        yield f"route: verwacht {written(wanted_names)}, het antwoord zegt {written(names)}"
        return
    for number, (wanted, given) in enumerate(zip(expected, route, strict=True), 1):
        yield from _compare(f"route[{number}]", wanted, given)


def _names(part: str, answer: Tree) -> list[str]:
    """What stands under `part`, each by its name."""
    key = _NAMED_BY.get(part)
    return [each if key is None else each[key] for each in answer[part]]


def _compare(path: str, wanted: object, given: object) -> Iterator[str]:
    if isinstance(wanted, Mapping):
        for key, value in wanted.items():
            yield from _compare(f"{path}.{key}", value, given.get(key) if isinstance(given, Mapping) else None)
    elif isinstance(wanted, Sequence) and not isinstance(wanted, str):
        if not isinstance(given, Sequence) or len(given) != len(wanted):
            yield f"{path}: verwacht {written(wanted)}, het antwoord zegt {written(given)}"
            return
        for index, value in enumerate(wanted):
            yield from _compare(f"{path}[{index}]", value, given[index])
    elif wanted != given:
        yield f"{path}: verwacht {written(wanted)}, het antwoord zegt {written(given)}"
