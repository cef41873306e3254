"""From decoded JSON to a situation: the schema of a request, built once from the rules.

Nothing about a fact is written here twice: type, options and range come from the rule files. What a fact does not limit
is limited by `DATES` and by the sizes in `compound.py`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, Final, cast

from marshmallow import RAISE, Schema, ValidationError, fields

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import ROUTES, WAT_ZOU_HELPEN
from verlof_api.assessment.contradictions import Contradictions
from verlof_api.intake.compound import FactsField, Messages, Periods, PerLeave, Several, wrong_names
from verlof_api.intake.errors import MAX_FOUTEN, Fout, InputErrors, InputMistake
from verlof_api.intake.fields import Choice, Flag, IsoDate, Number, Strict, Whole
from verlof_api.intake.paths import Step, write
from verlof_api.law import Rulebook
from verlof_api.law.feit import Feit, Told
from verlof_api.law.suggest import Vocabulary
from verlof_api.situations.book import SituationBook
from verlof_api.situations.levenssituaties import Levenssituatie

# Technical limits, no law: a date outside them is a slip (a birth in the year 20206), not a situation.
DATES: Final = (date(1900, 1, 1), date(2099, 12, 31))

# What a caller may ask on top of an answer; verlof_api/advice makes it.
OPTIES: Final = (ROUTES, WAT_ZOU_HELPEN)

Check = Callable[[Mapping[str, object], date], Iterable[Fout]]
NO_MORE: Final[Mapping[str, Strict]] = {}

_UNKNOWN_FIELD = "onbekend-veld"
_NOT_AN_OBJECT = InputMistake("verkeerd-type", {"soort": "object"})
_BILL_NOT_ASKED_FOR = InputMistake("alleen-met-inclusiefVoorstellen")
_TOLD_AS_WELL = InputMistake("toch-verteld")


class _Request(Schema):
    """Unknown fields are refused, and every message is a `Finding`."""

    error_messages = cast(dict[str, str], {"unknown": InputMistake(_UNKNOWN_FIELD), "type": _NOT_AN_OBJECT})

    class Meta:
        unknown = RAISE


class _Fields:
    """Builds the field of each fact; one small method per type of feiten.yaml."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.leaves = frozenset(rulebook.verlofsoorten)
        self.words = Vocabulary(rulebook.verlofsoorten)
        self.facts = {feit.id: self._build[feit.type](self, feit) for feit in rulebook.feiten.values()}

    def _number(self, feit: Feit) -> Strict:
        words = {taal: str(tekst.te_hoog) for taal, tekst in feit.teksten.items() if tekst.te_hoog is not None}
        return Number(_range(feit), words)

    def _per_leave(self, inner: Strict) -> Strict:
        return PerLeave(self.leaves, self.words, inner)

    _build: Mapping[str, Callable[["_Fields", Feit], Strict]] = {
        "bool": lambda _, feit: Flag(),
        "int": lambda _, feit: Whole(_range(feit)),
        "number": _number,
        "date": lambda _, feit: IsoDate(*DATES),
        "enum": lambda _, feit: Choice(feit.opties),
        "periods": lambda _, feit: Periods(IsoDate(*DATES)),
        "hours-per-leave": lambda self, feit: self._per_leave(self._number(feit)),
        "weeks-per-leave": lambda self, feit: self._per_leave(self._number(feit)),
        "date-per-leave": lambda self, feit: self._per_leave(IsoDate(*DATES)),
    }


def _range(feit: Feit) -> tuple[Decimal, Decimal]:
    if feit.bereik is None:
        raise ValueError(f"the fact {feit.id} is a number without a range")
    return feit.bereik


def situatie_schema(rulebook: Rulebook, situaties: SituationBook, more: Mapping[str, Strict] = NO_MORE) -> Schema:
    """The schema of the body of `POST /v1/beoordelingen`, with the fields that another resource has on top of it."""
    schema_class = _Request.from_dict(
        {
            "peildatum": IsoDate(rulebook.eerste_dag, DATES[1]),
            "situatie": Choice(tuple(situaties.levenssituaties), code="onbekende-situatie"),
            "verlofsoorten": Several(Choice(tuple(rulebook.verlofsoorten), code="onbekende-verlofsoort")),
            "inclusiefVoorstellen": Flag(),
            "opties": Several(Choice(OPTIES)),
            "feiten": FactsField(_Fields(rulebook).facts, required=True),
            "nietBekend": Several(Choice(tuple(rulebook.feiten), code="onbekend-feit")),
            **cast(Mapping[str, fields.Field[object]], more),
        },
        name="SituatieSchema",
    )
    return schema_class()


class Intake:
    """Turns decoded JSON into a `Situatie`. Built once per process; keeps nothing of what it reads.

    `more`: the fields that a resource has on top of those of an assessment; `check`: what is wrong between fields that
    are each right, given the default day of asking.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        situaties: SituationBook,
        more: Mapping[str, Strict] = NO_MORE,
        check: Check | None = None,
    ) -> None:
        self.schema = situatie_schema(rulebook, situaties, more)
        self._check = check
        self._names = frozenset(self.schema.fields)
        self._words = Vocabulary(sorted(self._names))
        self._presets = {id_: self._preset(each) for id_, each in situaties.levenssituaties.items()}
        self._per_leave = frozenset(id_ for id_, feit in rulebook.feiten.items() if feit.per_verlof)
        self._contradictions = Contradictions.of(rulebook)
        self._bills = frozenset(id_ for id_, verlofsoort in rulebook.verlofsoorten.items() if verlofsoort.voorstel)

    def situatie(self, obj: object, vandaag: date) -> Situatie:
        """The situation that was told, or `InputErrors` with every mistake; `vandaag` is the default day of asking."""
        return self.vraag(obj, vandaag)[0]

    def vraag(self, obj: object, vandaag: date) -> tuple[Situatie, tuple[str, ...]]:
        """The situation, and the `opties` that were asked for on top of the answer."""
        situatie, read = self.read(obj, vandaag)
        return situatie, read.get("opties", ())

    def read(self, obj: object, vandaag: date) -> tuple[Situatie, Mapping[str, Any]]:
        """The situation, and everything that was sent, field by field."""
        found: list[Fout] = []
        try:
            read = self.schema.load(cast(Mapping[str, object], obj))
        except ValidationError as error:
            found = list(islice(self._flat(error.messages_dict, obj), MAX_FOUTEN + 1))
            read = error.valid_data if isinstance(error.valid_data, dict) else {}
        found += self._bills_not_asked_for(obj)
        found += self._told_as_well(obj)
        found += self._cannot_be_true_together(read["feiten"] if "feiten" in read else self._right_facts(obj))
        if self._check is not None:
            found += self._check(read, vandaag)
        if found:
            raise InputErrors(found)
        told, bills = read["feiten"], read.get("inclusiefVoorstellen", False)
        not_known = read.get("nietBekend", ())
        preset = self._presets.get(read.get("situatie"), Situatie(vandaag))
        said = {id: value for id, value in preset.feiten.items() if id not in not_known}
        leaves = read.get("verlofsoorten", preset.verlofsoorten)
        if leaves is not None and not bills:
            leaves = tuple(leave for leave in leaves if leave not in self._bills)
        situatie = Situatie(
            peildatum=read.get("peildatum", vandaag),
            feiten={**self._contradictions.beside(said, told), **told},
            verlofsoorten=leaves,
            situatie=read.get("situatie"),
            inclusief_voorstellen=bills,
            # a per-leave fact can have been told of one leave only: what was told goes before it
            navragen=tuple(fact for fact in preset.navragen if fact not in told or fact in self._per_leave),
            niet_bekend=not_known,
        )
        return situatie, read

    def _preset(self, levenssituatie: Levenssituatie) -> Situatie:
        """What a life situation says by itself; what is told goes before it."""
        feiten = self.schema.fields["feiten"].deserialize(dict(levenssituatie.feiten))
        return Situatie(date.min, feiten, levenssituatie.verlofsoorten, navragen=levenssituatie.navragen)

    def peildatum(self, text: str, path: str) -> date:
        """A day of asking that stands alone, outside a message; `path` says where it was found."""
        try:
            return cast(date, self.schema.fields["peildatum"].deserialize(text))
        except ValidationError as error:
            raise InputErrors(finding.at(path) for finding in cast(list[InputMistake], error.messages)) from None

    def _bills_not_asked_for(self, obj: object) -> list[Fout]:
        """A bill that is named without asking for bills would otherwise silently be left out."""
        if not isinstance(obj, dict) or obj.get("inclusiefVoorstellen", False) is not False:
            return []
        named = obj.get("verlofsoorten")
        return [
            _BILL_NOT_ASKED_FOR.at(write(["verlofsoorten", index]))
            for index, verlofsoort in enumerate(named if isinstance(named, list) else ())
            if isinstance(verlofsoort, str) and verlofsoort in self._bills
        ]

    def _told_as_well(self, obj: object) -> list[Fout]:
        """Facts both not known and told. A per-leave fact can be known of one leave and not of another."""
        told, not_known = (obj.get("feiten"), obj.get("nietBekend")) if isinstance(obj, dict) else (None, None)
        if not isinstance(told, dict) or not isinstance(not_known, list):
            return []
        return [
            _TOLD_AS_WELL.at(write(["nietBekend", index]))
            for index, fact in enumerate(not_known)
            if isinstance(fact, str) and fact in told and fact not in self._per_leave
        ]

    def _right_facts(self, obj: object) -> Told:
        """The facts that are right by themselves, where others are not."""
        sent = obj.get("feiten") if isinstance(obj, dict) else None
        return cast(FactsField, self.schema.fields["feiten"]).read(sent)[0] if isinstance(sent, dict) else {}

    def _cannot_be_true_together(self, told: Told) -> Iterator[Fout]:
        """What was told and cannot be true together, at each of the facts."""
        for contradiction in self._contradictions.refused(told):
            facts = [fact for fact in contradiction.feiten if fact in told]
            for fact in facts:
                others = ", ".join(other for other in facts if other != fact)
                why = contradiction.tegenspraak.tekst if contradiction.tegenspraak else None
                yield InputMistake("spreekt-tegen", {"andere": others, "waarom": why}).at(write(["feiten", fact]))

    def _flat(self, messages: Mapping[str, Messages], obj: object) -> Iterator[Fout]:
        """marshmallow's nested messages as a flat list. Unknown names of the outermost level are ours to word."""
        yield from _flatten((), {name: below for name, below in messages.items() if name in self._names})
        if isinstance(obj, dict):
            for step, finding in wrong_names(obj, self._names, _UNKNOWN_FIELD, self._words):
                yield finding.at(write([] if step is None else [step]))
        else:
            yield _NOT_AN_OBJECT.at(write([]))


def _flatten(steps: tuple[Step, ...], messages: Messages) -> Iterator[Fout]:
    if isinstance(messages, Mapping):
        for step, below in messages.items():
            yield from _flatten(steps if step is None else (*steps, step), below)
    else:
        for finding in messages:
            yield finding.at(write(steps))
