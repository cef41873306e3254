"""The three questions about a refusal: is it a ground, was it in time, was it in form. Three-valued, with words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verlof_api.assessment import Beoordelaar
from verlof_api.language.environment import Environment
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Value
from verlof_api.law.strict_yaml import Tree
from verlof_api.refusals.compiled import RefusalPlan
from verlof_api.refusals.model import Antwoordtermijn, Eis, RefusalBook
from verlof_api.refusals.overview import articles
from verlof_api.refusals.request import Weigering

JA, NEE, OORDEEL_NODIG, ONBEKEND = "ja", "nee", "oordeel-nodig", "onbekend"
GEEN_TERMIJN, VORMVRIJ = "geen-termijn", "vormvrij"
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


class RefusalParts:
    """The three answers to one refusal in one situation.

    `facts`: the environment of `told.situatie`; `anchor`: the day that chooses the version in `plan`; `values`: what
    stands in any sentence.
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
        self.plan, self.versie, self.anchor = plan, plan.versie, anchor
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
        self.values = values
        self.aangenomen: dict[str, Value] = {}

    def is_grond(self) -> RefusalPart:
        possible, missing, assumed = self.plan.grounds_of(self.reden.id, self.facts, self.anchor)
        self.aangenomen.update(assumed)
        agreed = len({grond.grond for grond in possible}) == 1
        uitkomst = possible[0].grond if agreed else ONBEKEND
        bronnen = tuple(dict.fromkeys(bron for grond in possible for bron in grond.bronnen))
        sentences = [self.say("grond", uitkomst)]
        if not agreed:
            sentences.append(self.sentence("hangt-af-van", feiten=self._labels(missing)))
        sentences += [
            self._antwoord(grond.tekst, "uitleg", grond.bronnen) for grond in possible[: 1 if agreed else None]
        ]
        terug = (self._antwoord(possible[0].tekst, "terug", possible[0].bronnen),) if agreed else ()
        return RefusalPart(uitkomst, " ".join(sentences), bronnen, () if agreed else missing, terug)

    def op_tijd(self) -> RefusalPart:
        termijn = self.versie.termijn
        geldt = self.plan.waarde(self.plan.geldt, self.facts, self.anchor) if termijn else None
        if termijn is None or geldt is None or geldt.waarde is False:
            return RefusalPart(GEEN_TERMIJN, self.say("termijn", GEEN_TERMIJN))
        self.aangenomen.update(geldt.aangenomen or {})
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
        tekst = self.say("vorm", "geen-antwoord" if self.reden.zwijgt else uitkomst, bronnen, eisen=words)
        return RefusalPart(uitkomst, tekst, bronnen, (), (back,))

    def kept(self, eis: Eis) -> bool | None:
        """Whether the employer kept this form, in so far as that is known."""
        return None if self.reden.zwijgt else self.vorm.get(eis.id)

    def say(self, section: str, id: str, bronnen: Sequence[Bron] = (), **more: str) -> str:
        values = {"uiterlijk": "", "eisen": "", **self.values, "artikel": articles(bronnen), **more}
        return str(self.words[section][id]).format_map(values)

    def _antwoord(self, id: str, part: str, bronnen: Sequence[Bron]) -> str:
        text = self.own.get(id)
        words = getattr(text, part) if text is not None else self.words["antwoorden"][id][part]
        return str(words).format_map({**self.values, "artikel": articles(bronnen)})

    def _labels(self, feiten: Iterable[str]) -> str:
        known = self.beoordelaar.rulebook.feiten
        return ", ".join(str(known[feit].teksten[self.taal].label).lower() for feit in feiten)

    def sentence(self, id: str, **more: str) -> str:
        return self.say("zinnen", id, (), **more)

    def dag(self, day: date | None) -> str:
        return self.day(day) if day is not None else "[ ]"
