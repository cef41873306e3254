"""The three questions about a refusal: is it a ground, was it in time, was it in form. Three-valued, with words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verlof_api.assessment import Beoordelaar
from verlof_api.language.environment import Environment
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Value
from verlof_api.law.strict_yaml import Tree
from verlof_api.refusals.compiled import Conditional, RefusalPlan, Waarde
from verlof_api.refusals.model import Antwoordtermijn, Eis, Grond, RefusalBook, WeigeringTekst
from verlof_api.refusals.overview import articles
from verlof_api.refusals.request import Weigering
from verlof_api.refusals.versions import GEEN_STAND
from verlof_api.refusals.words import without_day

JA, NEE, OORDEEL_NODIG, ONBEKEND = "ja", "nee", "oordeel-nodig", "onbekend"
GEEN_TERMIJN, VORMVRIJ = "geen-termijn", "vormvrij"
GEEN_ANTWOORD = "geen-antwoord"
# Words only, for an outcome of another name.
LOOPT_NOG, NOOIT_GEWEEST = "loopt-nog", "nooit-geweest"


@dataclass(frozen=True)
class RefusalPart:
    """One of the three answers: what it is, in words, by which sources, and what is still missing for it."""

    uitkomst: str
    tekst: str
    bronnen: tuple[Bron, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    terug: tuple[str, ...] = ()
    uiterlijk: date | None = None
    slotsom: str | None = None


class RefusalParts:
    """The three answers to one refusal in one situation.

    `facts`: the environment of `told.situatie`; `anchor`: the day that chooses the version in `plan`; `values`: what
    stands in any sentence. Of the cases in `plan` the one that holds is answered; `unsure`: those that may hold
    instead, and `onzeker` the facts that would tell.
    """

    def __init__(
        self,
        beoordelaar: Beoordelaar,
        boek: RefusalBook,
        plan: RefusalPlan,
        told: Weigering,
        facts: Environment,
        anchor: date,
        taal: str,
        values: Mapping[str, str],
    ) -> None:
        self.boek, self.beoordelaar, self.taal = boek, beoordelaar, taal
        self.plan, self.unsure, self.onzeker = plan.chosen(facts, anchor)
        self.versie, self.anchor = self.plan.versie, anchor
        self.situatie, self.vorm, self.datum, self.reden = (
            told.situatie,
            told.vorm,
            told.datum,
            boek.redenen[told.reden],
        )
        self.words: Tree = self.boek.woorden[taal]
        self.own = self.boek.regels[plan.plan.id].teksten[taal]
        self.facts = facts
        self.day = self.beoordelaar.languages[taal].day
        self.values = self._named(values)
        self.aangenomen: dict[str, Value] = {}

    def _named(self, values: Mapping[str, str]) -> Mapping[str, str]:
        """The values of any sentence, with what was asked named as this case does."""
        vraag = self.versie.vraag
        if vraag is None:
            return values
        return {**values, **{name: str(text).format_map(values) for name, text in self.words["vragen"][vraag].items()}}

    def is_grond(self) -> RefusalPart:
        possible, own, missing = self._grounds()
        grounds = [each.part for each in possible]
        uitkomst = grounds[0].grond if len({each.grond for each in grounds}) == 1 else ONBEKEND
        bronnen = tuple(dict.fromkeys(bron for each in grounds for bron in each.bronnen))
        if uitkomst == ONBEKEND:
            sentences = [self.say("grond", ONBEKEND), self.sentence("hangt-af-van", feiten=self._labels(missing))]
            sentences += [self._antwoord(each, "uitleg") for each in possible]
            return RefusalPart(uitkomst, " ".join(sentences), bronnen, missing)
        first = possible[own - 1]  # of several that come to the same, the last needs least to be so
        leads = self.versie.bij_nee if uitkomst == NEE and self.versie.bij_nee != GEEN_STAND else None
        slotsom = first.part.slotsom or leads
        opening = self.boek.slotsommen[slotsom].grond if slotsom is not None else None
        id = opening or (GEEN_ANTWOORD if self.reden.zwijgt else uitkomst)
        tekst = f"{self.say('grond', id)} {self._antwoord(first, 'uitleg')}"
        return RefusalPart(uitkomst, tekst, bronnen, (), (self._antwoord(first, "terug"),), slotsom=slotsom)

    def _grounds(self) -> tuple[list[Conditional[Grond]], int, tuple[str, ...]]:
        """What may be said of the reason, in whatever case may hold; how many of it if none does; what would tell."""
        possible: list[Conditional[Grond]] = []
        missing: dict[str, None] = dict.fromkeys(self.onzeker)
        own = 0
        for plan in (self.plan, *self.unsure):
            found, open_facts, assumed = plan.grounds_of(self.reden.id, self.facts, self.anchor)
            possible += found
            own = own or len(found)
            missing.update(dict.fromkeys(open_facts))
            self.aangenomen.update(assumed)
        return possible, own, tuple(missing)

    def op_tijd(self) -> RefusalPart:
        termijn = self.versie.termijn
        geldt = self.plan.waarde(self.plan.geldt, self.facts, self.anchor) if termijn else None
        if termijn is None or geldt is None or geldt.waarde is False:
            return RefusalPart(GEEN_TERMIJN, self.say("termijn", GEEN_TERMIJN))
        self.aangenomen.update(geldt.aangenomen or {})
        if self.unsure and geldt.waarde is True:  # in another case there may be no term
            geldt = Waarde(None, self.onzeker)
        last = self.plan.waarde(self.plan.uiterlijk, self.facts, self.anchor) if self.plan.uiterlijk else None
        day = last.waarde if last is not None and geldt.waarde is True else None
        uiterlijk = day if isinstance(day, date) else None
        missing = (*geldt.ontbreekt, *(last.ontbreekt if last else ()))
        uitkomst = ONBEKEND
        if geldt.waarde is True and last is not None and uiterlijk is not None:
            uitkomst, since = self._in_time_for(uiterlijk), self.plan.waarde(self.plan.vanaf, self.facts, self.anchor)
            if uitkomst != JA and isinstance(since.waarde, date) and uiterlijk < since.waarde:
                return self._never_a_term(termijn, uiterlijk)
            if uitkomst == NEE and since.waarde is None:  # whether there ever was such a day is not known
                uitkomst, missing = ONBEKEND, since.ontbreekt
        elif geldt.waarde is True and last is None:
            uitkomst, missing = self._without_day()
        if uitkomst == ONBEKEND and self.datum is None and not self.reden.zwijgt:
            missing = (*missing, self.boek.antwoord.datum)
        named = str(termijn.tekst) if termijn.tekst is not None and last is None else uitkomst
        if uitkomst == ONBEKEND and uiterlijk is not None and not missing:
            named = LOOPT_NOG
        tekst = self.say("termijn", named, termijn.bronnen, uiterlijk=self.dag(uiterlijk))
        if uiterlijk is None and termijn.regel is not None:
            tekst = f"{tekst} {self.say('termijnregels', str(termijn.regel), termijn.bronnen)}"
        if termijn.kanttekening is not None:
            tekst = f"{tekst} {self.say('termijn', str(termijn.kanttekening), termijn.bronnen)}"
        return RefusalPart(uitkomst, tekst, termijn.bronnen, tuple(dict.fromkeys(missing)), (), uiterlijk)

    def _never_a_term(self, termijn: Antwoordtermijn, uiterlijk: date) -> RefusalPart:
        """A last day that had passed when the employer heard of the leave: nobody can have been late for it."""
        tekst = self.say("termijn", NOOIT_GEWEEST, termijn.bronnen, uiterlijk=self.dag(uiterlijk))
        return RefusalPart(OORDEEL_NODIG, tekst, termijn.bronnen)

    def _in_time_for(self, uiterlijk: date) -> str:
        """Against a last day. Silence is late once that day has passed; before, it may still end."""
        if self.reden.zwijgt:
            return NEE if self.situatie.peildatum > uiterlijk else ONBEKEND
        if self.datum is None:
            return ONBEKEND
        return JA if self.datum <= uiterlijk else NEE

    def _without_day(self) -> tuple[str, tuple[str, ...]]:
        """Against what the law says instead of a day."""
        laat = self.plan.waarde(self.plan.te_laat, self.facts, self.anchor) if self.plan.te_laat else None
        tijd = self.plan.waarde(self.plan.op_tijd, self.facts, self.anchor) if self.plan.op_tijd else None
        if self.reden.zwijgt or self.datum is None:
            return ONBEKEND, ()
        if laat is not None and laat.waarde is True:
            return NEE, ()
        if tijd is not None and tijd.waarde is None:
            return ONBEKEND, tijd.ontbreekt
        return (JA if tijd is not None and tijd.waarde else OORDEEL_NODIG), ()

    def in_vorm(self) -> RefusalPart:
        """Against what the law asks of a refusal. Silence is no refusal: then it is only told what one must be."""
        eisen = self.versie.eisen
        if not eisen:
            return RefusalPart(VORMVRIJ, self.say("vorm", VORMVRIJ))
        kept = [self.kept(eis) for eis in eisen]
        uitkomst = NEE if False in kept else ONBEKEND if None in kept else JA
        bronnen = tuple(dict.fromkeys(bron for eis in eisen for bron in eis.bronnen))
        named = [eis for eis in eisen if self.kept(eis) is False] if uitkomst == NEE else eisen
        forms = [self.words["vormen"][eis.id] for eis in named]
        words = ", ".join(str(each["label"]) for each in forms)
        back = ", ".join(str(each.get("terug", each["label"])) for each in forms)
        tekst = self.say("vorm", GEEN_ANTWOORD if self.reden.zwijgt else uitkomst, bronnen, eisen=words)
        return RefusalPart(uitkomst, tekst, bronnen, (), (back,))

    def kept(self, eis: Eis) -> bool | None:
        """Whether the employer kept this form, in so far as that is known."""
        return None if self.reden.zwijgt else self.vorm.get(eis.id)

    def say(self, section: str, id: str, bronnen: Sequence[Bron] = (), **more: str) -> str:
        return self.filled(self.words[section][id], bronnen, None, **more)

    def dated(self, section: str, id: str, bronnen: Sequence[Bron], dag: date | None) -> str:
        """Words that name a day where it is known, and others without it where it is not."""
        words = self.words[section]
        return self.filled(words[without_day(id) if dag is None and without_day(id) in words else id], bronnen, dag)

    def _antwoord(self, ground: Conditional[Grond], part: str) -> str:
        grond, dag = ground.part, self.plan.dag(ground.dag, self.facts, self.anchor) if ground.dag else None
        known = {**self.words["antwoorden"], **self.own}
        id = without_day(grond.tekst) if dag is None and without_day(grond.tekst) in known else grond.tekst
        text = known[id]
        words = getattr(text, part) if isinstance(text, WeigeringTekst) else text[part]
        return self.filled(words, grond.bronnen, dag)

    def filled(self, words: object, bronnen: Sequence[Bron], dag: date | None = None, **more: str) -> str:
        values = {"uiterlijk": "", "eisen": "", **self.values, "artikel": articles(bronnen), "dag": self.dag(dag)}
        return str(words).format_map(values | more)

    def _labels(self, feiten: Iterable[str]) -> str:
        known = self.beoordelaar.rulebook.feiten
        return ", ".join(str(known[feit].teksten[self.taal].label).lower() for feit in feiten)

    def sentence(self, id: str, **more: str) -> str:
        return self.say("zinnen", id, (), **more)

    def dag(self, day: date | None) -> str:
        return self.day(day) if day is not None else "[ ]"
