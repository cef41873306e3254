"""The answer: which version of each leave applies, what the engine concludes, and everything that follows from it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import orjson

from verlof_api.assessment.money import Money, Worked
from verlof_api.assessment.plan import Json, PaymentPlan, Plan, unused
from verlof_api.assessment.questions import LeaveQuestions, next_questions
from verlof_api.assessment.situation import Facts, Situatie
from verlof_api.assessment.wording import Language, fill
from verlof_api.engine import NIET_VOLDAAN, ONBEKEND, Engine, Finding, LimitError
from verlof_api.expressions.compiler import ASSUMED, Env
from verlof_api.expressions.program import fact_of, leave_of
from verlof_api.rulebook.errors import RulebookError, RuleError
from verlof_api.rulebook.model import TALEN, Rulebook, Verlofsoort

GEEN_RECHT, VRAAG_NODIG = "geen-recht", "vraag-nodig"
NIET_VAN_KRACHT, BEDRAG_ONBEKEND = "niet-van-kracht", "bedrag-onbekend"
_VALUE = "{waarde}"  # where the value comes in the sentence that tells an assumption
_HUNDREDTH = Decimal("0.01")  # hours and weeks are told to two decimals
_MATEN = ("uren", "weken", "dagen", "werkdagen", "resterendeUren")


@dataclass(frozen=True)
class _Case:
    """One leave in one assessment: the version that applies and what its names mean here."""

    plan: Plan
    env: Env


class Beoordelaar:
    """Answers situations with one rulebook. Built once per process; thread- and fork-safe.

    Raises RulebookError when an expression, text or limit of the rulebook is wrong: nothing half-loads.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        errors: list[RuleError] = []
        self.languages = {taal: Language(taal, rulebook) for taal in TALEN}
        plans = [
            Plan(rulebook, verlofsoort, versie, self.languages, errors)
            for verlofsoort in rulebook.verlofsoorten.values()
            for versie in verlofsoort.versies
        ]
        errors += unused(plans)
        if errors:
            raise RulebookError(errors)
        self.plans: Mapping[str, Plan] = {plan.key: plan for plan in plans}
        try:
            self.engine = Engine([plan.rules for plan in plans])
        except LimitError as limits:
            raise RulebookError(RuleError("regel.yaml", 1, message) for message in limits.messages) from limits
        self._facts = Facts(rulebook)
        self._assumed = {
            taal: {
                id: rulebook.zinnen[taal]["aanname"].format(feit=feit.teksten[taal].label, waarde=_VALUE)
                for id, feit in rulebook.feiten.items()
            }
            for taal in TALEN
        }
        self._money = Money(rulebook)
        self._plan_of = {(plan.id, plan.versie.van): plan for plan in plans}

    def beoordeel(self, situatie: Situatie, taal: str = "nl") -> dict[str, Json]:
        """The JSON-ready answer of the contract for `situatie`, in `taal` ("nl" or "en")."""
        env = self._facts.environment(situatie)
        leaves = self._leaves(situatie)
        cases: dict[str, _Case] = {}
        anchors = {verlofsoort.id: self._anchor(verlofsoort, env) for verlofsoort in leaves}
        for verlofsoort in leaves:
            anchor = anchors[verlofsoort.id]
            versie = verlofsoort.versie(anchor)
            if versie is not None:
                plan = self._plan_of[verlofsoort.id, versie.van]
                cases[verlofsoort.id] = _Case(plan, plan.program.environment(env, anchor))
        findings = self.engine.conclude({case.plan.key: case.env for case in cases.values()}) if cases else {}
        answers, questions = [], []
        for verlofsoort in leaves:
            case = cases.get(verlofsoort.id)
            if case is None:
                answers.append(self._unknown_to_the_law(verlofsoort, anchors[verlofsoort.id], taal))
                continue
            answer, asked = self._answer(case, findings[case.plan.key], taal)
            answers.append(answer)
            questions.append(asked)
        return {
            "beoordelingId": self._identity(situatie),
            "peildatum": situatie.peildatum.isoformat(),
            "regelset": {"versie": self.rulebook.versie, "hash": self.rulebook.hash},
            "verlofsoorten": answers,
            "volgendeVragen": next_questions(questions, self.rulebook, taal),
            "route": [],
        }

    def anchor(self, situatie: Situatie, verlof: str) -> date:
        """The date that decides which version of a leave applies to `situatie`."""
        return self._anchor(self.rulebook.verlofsoorten[verlof], self._facts.environment(situatie))

    def _leaves(self, situatie: Situatie) -> Sequence[Verlofsoort]:
        soorten = self.rulebook.verlofsoorten
        if situatie.verlofsoorten:
            return [soorten[id] for id in dict.fromkeys(situatie.verlofsoorten)]
        return [soort for soort in soorten.values() if situatie.inclusief_voorstellen or not soort.voorstel]

    def _anchor(self, verlofsoort: Verlofsoort, env: Env) -> date:
        known: Iterable[date] = (env[fact] for fact in verlofsoort.anker if env.get(fact) is not None)
        peildatum: date = env["peildatum"]
        return next(iter(known), peildatum)

    def _identity(self, situatie: Situatie) -> str:
        """The same question under the same rules has the same id, whatever the order of its keys."""
        question = [
            self.rulebook.hash,
            situatie.peildatum,
            sorted(situatie.feiten.items()),
            sorted(situatie.verlofsoorten),
            situatie.inclusief_voorstellen,
        ]
        canonical = orjson.dumps(question, default=_canonical, option=orjson.OPT_SORT_KEYS)
        return f"sha256:{hashlib.sha256(canonical).hexdigest()}"

    def _answer(self, case: _Case, finding: Finding, taal: str) -> tuple[dict[str, Json], LeaveQuestions]:
        plan, env, words = case.plan, case.env, case.plan.words[taal]
        refused = finding.oordeel == GEEN_RECHT
        missing = self._missing(case, finding) if finding.oordeel == VRAAG_NODIG else ()
        payments = () if refused else self._payments(plan, env)
        worked = self._money.work_out(payments[0], env) if len(payments) == 1 else Worked()
        terms = self._terms(case, finding, refused)
        answer = {
            "id": plan.id,
            "naam": words.naam,
            "oordeel": finding.oordeel,
            "toelichting": fill(words.toelichting.get(finding.oordeel, ""), env),
            "voorwaarden": [
                {
                    "id": condition.id,
                    "titel": words.titels[condition.id],
                    "uitkomst": (outcome := finding.outcomes[condition.id]),
                    "tekst": fill(words.voorwaarden[condition.id][outcome], env),
                    "feiten": condition.feiten,
                    "bronnen": condition.bronnen,
                }
                for condition in plan.conditions
            ],
            "ontbrekendeFeiten": missing,
            "omvang": None if refused else self._omvang(plan, env),
            "periode": None if refused else self._periode(plan, env),
            "betaling": self._betaling(payments, worked, env),
            "termijnen": terms,
            "stappen": []
            if refused
            else self._steps(plan, env, {each["id"]: each["uiterlijk"] for each in terms}, taal),
            "werkgever": self._werkgever(plan, env),
            "afwijken": plan.afwijken,
            "waarschuwingen": self._warnings(case, finding, worked, taal),
            "aannames": self._assumptions(case, taal),
            "geldig": plan.geldig,
            "spoor": finding.trace,
        }
        if refused:
            return answer, LeaveQuestions(plan.id)
        return answer, self._questions(case, missing, payments, worked)

    def _missing(self, case: _Case, finding: Finding) -> tuple[str, ...]:
        found: dict[str, None] = {}
        seen: set[str] = set()
        for condition in case.plan.conditions:
            if finding.outcomes[condition.id] == ONBEKEND:
                condition.missing(case.env, found, seen)
        case.plan.outcomes_missing(case.env, found, seen)
        return tuple(found)

    def _questions(
        self, case: _Case, missing: tuple[str, ...], payments: Sequence[PaymentPlan], worked: Worked
    ) -> LeaveQuestions:
        size: dict[str, None] = {}
        case.plan.omvang_missing(case.env, size, set())
        money = dict.fromkeys(worked.asked)
        if not worked.bedragen:
            seen: set[str] = set()
            for payment in payments:
                payment.missing(case.env, money, seen)
        return LeaveQuestions(case.plan.id, missing, tuple(size), tuple(money))

    def _omvang(self, plan: Plan, env: Env) -> Json:
        if plan.versie.omvang is None:
            return None
        sizes: dict[str, Json] = {
            maat: _number(plan.omvang[maat](env)) if maat in plan.omvang else None for maat in _MATEN
        }
        return {**sizes, "formule": plan.formule, "bronnen": plan.bronnen["omvang"]}

    def _periode(self, plan: Plan, env: Env) -> Json:
        if plan.periode is None:
            return None
        van, tot = (run(env) for run in plan.periode)
        return {"van": _day(van), "tot": _day(tot)} if van is not None or tot is not None else None

    def _payments(self, plan: Plan, env: Env) -> tuple[PaymentPlan, ...]:
        """The ways of paying that may apply: one, unless a fact that chooses between them is unknown."""
        possible = []
        for payment in plan.payments:
            applies = payment.als(env) if payment.als else True
            if applies is not False:
                possible.append(payment)
            if applies:
                break
        return tuple(possible)

    def _betaling(self, payments: Sequence[PaymentPlan], worked: Worked, env: Env) -> Json:
        """How it is paid; null where the ways that may still apply differ."""
        if not payments:
            return None
        ways = [
            {
                "percentage": _number(payment.percentage(env)),
                "grondslag": payment.betaling.grondslag,
                "door": payment.betaling.door,
                "bronnen": payment.bronnen,
            }
            for payment in payments
        ]
        agreed = {name: value if all(way[name] == value for way in ways) else None for name, value in ways[0].items()}
        return {
            **agreed,
            "bronnen": ways[0]["bronnen"],
            "maximum": _amount(worked.maximum),
            "minimum": _amount(worked.minimum),
            "bedragen": [bedrag.json() for bedrag in worked.bedragen],
        }

    def _terms(self, case: _Case, finding: Finding, refused: bool) -> list[dict[str, Json]]:
        unmet = {id for id, outcome in finding.outcomes.items() if outcome == NIET_VOLDAAN}
        terms = []
        for each in case.plan.terms:
            termijn = each.termijn
            if (refused and not unmet & set(termijn.verklaart)) or (
                each.als is not None and each.als(case.env) is not True
            ):
                continue
            uiterlijk = each.uiterlijk(case.env)
            if uiterlijk is not None:
                day = uiterlijk.isoformat()
                terms.append(
                    {
                        "id": termijn.id,
                        "uiterlijk": day,
                        "aan": termijn.aan,
                        "vorm": termijn.vorm,
                        "bronnen": each.bronnen,
                    }
                )
        return terms

    def _steps(self, plan: Plan, env: Env, terms: Mapping[str, str], taal: str) -> list[dict[str, Json]]:
        words = plan.words[taal]
        return [
            {
                "id": step.stap.id,
                "tekst": fill(words.stappen[step.stap.id], env),
                "aan": step.stap.aan,
                "uiterlijk": terms.get(step.stap.uiterlijk) if step.stap.uiterlijk else None,
                "bewijs": [words.bewijs[id] for id in step.stap.bewijs],
                "bronnen": step.bronnen,
            }
            for step in plan.steps
        ]

    def _werkgever(self, plan: Plan, env: Env) -> Json:
        werkgever = plan.versie.werkgever
        if werkgever is None:
            return None
        answer_by = plan.werkgever_antwoord(env) if plan.werkgever_antwoord else None
        may_refuse, may_move = (run(env) for run in plan.werkgever or ())
        return {
            "magWeigeren": may_refuse,
            "magWijzigen": may_move,
            "grond": None if may_refuse is False and may_move is False else werkgever.grond,
            "antwoordUiterlijk": _day(answer_by),
            "bronnen": plan.bronnen["werkgever"],
        }

    def _warnings(self, case: _Case, finding: Finding, worked: Worked, taal: str) -> list[dict[str, Json]]:
        plan, env, words = case.plan, case.env, case.plan.words[taal]
        refused = finding.oordeel == GEEN_RECHT
        found: dict[str, Json] = {}
        for condition in plan.conditions:
            if condition.code and finding.outcomes[condition.id] == NIET_VOLDAAN:
                found[condition.code] = condition.bronnen
        for each in plan.warnings:
            if (not refused or each.waarschuwing.altijd) and each.als(env) is True:
                found.setdefault(each.waarschuwing.code, each.bronnen)
        warnings = [
            {"code": code, "tekst": fill(words.waarschuwingen[code], env), "bronnen": bronnen}
            for code, bronnen in found.items()
        ]
        for gap in worked.unknown:
            values = {"tabel": gap.tabel.naam, "laatste": self.languages[taal].day(gap.laatste)}
            warnings.append(
                {"code": BEDRAG_ONBEKEND, "tekst": self._sentence(BEDRAG_ONBEKEND, taal, values), "bronnen": []}
            )
        return warnings

    def _assumptions(self, case: _Case, taal: str) -> list[dict[str, Json]]:
        """What was taken for facts that were not told. Asked last, when everything has been read that is shown."""
        assumed: Mapping[str, Any] = case.env[ASSUMED]
        show, sentences = self.languages[taal].show, self._assumed[taal]
        found = []
        for name, value in assumed.items():
            fact = fact_of(name)
            tekst = sentences[fact].replace(_VALUE, show(fact, value))
            found.append({"feit": fact, "verlofsoort": leave_of(name), "waarde": _json_value(value), "tekst": tekst})
        return found

    def _unknown_to_the_law(self, verlofsoort: Verlofsoort, anchor: date, taal: str) -> dict[str, Json]:
        """The refusal for a day on which the law did not know this leave, with the days on which it does."""
        later = next((versie for versie in verlofsoort.versies if versie.van > anchor), None)
        nearest = later or verlofsoort.versies[-1]
        plan = self._plan_of[verlofsoort.id, nearest.van]
        language = self.languages[taal]
        last = next((v for v in reversed(verlofsoort.versies) if v.tot is not None and v.tot < anchor), None)
        values = {
            "verlof": plan.words[taal].naam,
            "dag": language.day(anchor),
            "van": language.day(nearest.van),
            "tot": language.day(last.tot) if last and last.tot else "",
        }
        key = NIET_VAN_KRACHT if later else "niet-meer-van-kracht"
        warning = {"code": NIET_VAN_KRACHT, "tekst": self._sentence(key, taal, values), "bronnen": []}
        return {
            "id": verlofsoort.id,
            "naam": plan.words[taal].naam,
            "oordeel": GEEN_RECHT,
            "toelichting": warning["tekst"],
            "voorwaarden": [],
            "ontbrekendeFeiten": [],
            "omvang": None,
            "periode": None,
            "betaling": None,
            "termijnen": [],
            "stappen": [],
            "werkgever": None,
            "afwijken": None,
            "waarschuwingen": [warning],
            "aannames": [],
            "geldig": {"van": nearest.van.isoformat(), "tot": _day(nearest.tot)},
            "spoor": [],
        }

    def _sentence(self, key: str, taal: str, values: Mapping[str, str]) -> str:
        return self.rulebook.zinnen[taal][key].format_map(values)


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    if isinstance(value, int):
        return value
    number = Decimal(value).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return int(number) if number == number.to_integral_value() else float(number)


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _json_value(value: Any) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, tuple):
        return [{"van": van.isoformat(), "tot": tot.isoformat()} for van, tot in value]
    return value


def _canonical(value: Any) -> Json:
    if isinstance(value, Decimal):
        return str(value.normalize())
    raise TypeError(type(value).__name__)
