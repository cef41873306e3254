"""From a situation to a letter: which paragraphs stand in it, with which values, in one language or two.

What a letter says comes from the rule files; here it is only decided which of it holds in this case. A letter never
says more than the verdict: where the law gives no right, or too little is known, `NoLetterError` says why.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import LeaveAnswer, RuleSet, Validity
from verlof_api.assessment.verdicts import GEEN_RECHT, NOG_NIET, RECHT
from verlof_api.engine import NIET_VOLDAAN
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Told, Value
from verlof_api.letters.case import LetterCase, Outcomes, Refusal
from verlof_api.letters.expressions import Expressions
from verlof_api.letters.model import AlineaRegel, Brieven, LetterVariant
from verlof_api.letters.sentences import Woorden

Refusals = Callable[[Situatie, str], Outcomes | None]
BESIDE: Final = "+"  # between two languages of one letter
_MELDINGSDATUM = "meldingsdatum"


class NoLetterError(Exception):
    """There is no such letter here. `reden` says why, in the (first) language asked for.

    `code`: the verdict that stands in the way, or `zonder-brief`, `geen-variant`, `mist-feit`, `past-niet`.
    `ontbrekende_feiten`: what may be told so that there is one; `varianten`: the letters this leave does have.
    """

    def __init__(
        self, code: str, reden: str, ontbrekende_feiten: tuple[str, ...] = (), varianten: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"{code}: {reden}")
        self.code, self.reden = code, reden
        self.ontbrekende_feiten, self.varianten = ontbrekende_feiten, varianten


@dataclass(frozen=True)
class Alinea:
    id: str
    tekst: str
    bronnen: tuple[Bron, ...] = ()
    vervolg: bool = False


@dataclass(frozen=True)
class Particulars:
    """Lines under one another: id, label, and a value or an open place."""

    regels: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Sheet:
    """The letter in one language, and the same as a message of three lines (`bericht`).

    The blades of one letter have the same parts in the same order.
    """

    taal: str
    van: tuple[str, ...]
    aan: tuple[str, ...]
    dagtekening: str
    onderwerp: tuple[str, str]
    aanhef: str
    inhoud: tuple[Alinea | Particulars, ...]
    slot: tuple[str, ...]
    bijlagen: tuple[str, tuple[str, ...]]
    bericht: tuple[str, ...]


@dataclass(frozen=True)
class Brief:
    """A letter. `bladen`: one per language, the one that is sent first. `tweeTalen`: the note above two languages."""

    verlofsoort: str
    variant: str
    oordeel: str
    datum: date
    geldig: Validity
    regelset: RuleSet
    bladen: tuple[Sheet, ...]
    twee_talen: str | None

    @property
    def bronnen(self) -> list[Bron]:
        """Every source that is named, once."""
        named = [bron for deel in self.bladen[0].inhoud if isinstance(deel, Alinea) for bron in deel.bronnen]
        return list({(bron.wet, bron.artikel, bron.lid, bron.onder): bron for bron in named}.values())


class LetterWriter:
    """Writes letters with one rulebook. Built once per process; keeps nothing of what it writes.

    `refusals`: what the law makes of the answer of the employer that the facts of a situation tell, for one leave.
    Raises RulebookError when an expression in a letter is wrong.
    """

    def __init__(self, beoordelaar: Beoordelaar, brieven: Brieven, refusals: Refusals) -> None:
        self.beoordelaar, self.brieven, self._refusals = beoordelaar, brieven, refusals
        self.expressions = Expressions(beoordelaar, brieven)

    def varianten(self, verlofsoort: str) -> tuple[str, ...]:
        """The letters that a leave knows."""
        leave = self.brieven.verlofsoorten.get(verlofsoort)
        return tuple(leave.varianten) if leave else ()

    def ordinary_variant(self, verlofsoort: str) -> str:
        """The ordinary letter of a leave: the one that it names first. Empty, which is no letter, when it has none."""
        return next(iter(self.varianten(verlofsoort)), "")

    def kinds(self, variant: str) -> tuple[str, ...]:
        """This kind of letter, and those that stand in for it with who cannot send it."""
        others = self.brieven.varianten.items()
        return (variant, *(id for id, each in others if each.in_plaats_van == variant))

    def oordelen(self, verlofsoort: str) -> tuple[str, ...]:
        """The verdicts with which a leave has its ordinary letter."""
        leave = self.brieven.verlofsoorten.get(verlofsoort)
        return leave.varianten[self.ordinary_variant(verlofsoort)].oordelen if leave else ()

    def write(
        self,
        situatie: Situatie,
        verlofsoort: str,
        variant: str | None = None,
        taal: str = "nl",
        refusal: Refusal | None = None,
    ) -> Brief:
        """The letter of this kind for one leave (None: its ordinary one), in `taal`, such as `nl` or `nl+en`.

        `refusal`: what the law makes of a refusal that was told by itself; None for what the facts tell of it.
        Raises `NoLetterError`.
        """
        talen = taal.split(BESIDE)
        variant = self.ordinary_variant(verlofsoort) if variant is None else variant
        asked = replace(situatie, verlofsoorten=(verlofsoort,))
        antwoord = self.beoordelaar.beoordeel(asked, talen[0])
        (verlof,) = antwoord.verlofsoorten
        case, soort = self.case(situatie, verlof, variant, talen[0], refusal), self.brieven.varianten[variant]
        bladen = tuple(self._sheet(case, soort, verlofsoort, variant, each) for each in talen)
        return Brief(
            verlofsoort=verlofsoort,
            variant=variant,
            oordeel=case.oordeel,
            datum=case.datum,
            geldig=verlof.geldig,
            regelset=antwoord.regelset,
            bladen=bladen,
            twee_talen=self.brieven.gedeeld[talen[-1]].twee_talen if len(talen) > 1 else None,
        )

    def case(
        self,
        situatie: Situatie,
        verlof: LeaveAnswer,
        variant: str,
        taal: str = "nl",
        refusal: Refusal | None = None,
    ) -> LetterCase:
        """The case that this kind of letter is about, from the answer `verlof` about one leave.

        Raises `NoLetterError`, with its reason in `taal`, when the letter cannot be written.
        """
        bekend = self.varianten(verlof.id)
        if variant not in bekend:
            raise self._geen("geen-variant" if bekend else "zonder-brief", verlof, taal, varianten=bekend)
        soort, regel = self.brieven.varianten[variant], self.brieven.verlofsoorten[verlof.id].varianten[variant]
        feiten = {**_inside(verlof, self.beoordelaar.wishes(situatie, verlof.id)), **situatie.feiten}
        worked = self.expressions.of(situatie, verlof.id)
        told = refusal or partial(self._refusals, situatie, verlof.id)
        case = LetterCase(self.brieven, regel, verlof, feiten, _date(soort, situatie), worked, told)
        self._refuse_unfit(case, soort, taal)
        return case

    def _refuse_unfit(self, case: LetterCase, soort: LetterVariant, taal: str) -> None:
        """Hold the case against what the letter needs; raise `NoLetterError` when it does not have that."""
        if case.oordeel not in case.brief.oordelen and not _asking_is_free(case):
            code = "past-niet" if case.oordeel == RECHT else case.oordeel
            raise self._geen(code, case.verlof, taal, tuple(case.verlof.ontbrekende_feiten))
        if case.oordeel == NOG_NIET and not case.late_enough:
            raise self._geen(NOG_NIET, case.verlof, taal)
        for vereist in (self.brieven.ontvangers[case.brief.aan], soort.vereist, case.brief.vereist):
            if not case.holds(vereist):
                missing = case.missing(vereist)
                raise self._geen("mist-feit" if missing else "past-niet", case.verlof, taal, missing)
        for als in (soort.als, case.brief.als):
            if not case.worked.holds(als):
                missing = case.worked.missing(als)
                raise self._geen("mist-feit" if missing else "past-niet", case.verlof, taal, missing)

    def _geen(
        self,
        code: str,
        verlof: LeaveAnswer,
        taal: str,
        missing: tuple[str, ...] = (),
        varianten: tuple[str, ...] = (),
    ) -> NoLetterError:
        zinnen = [self.brieven.gedeeld[taal].geen_brief[code]]
        if code == GEEN_RECHT:
            unmet = [each.tekst for each in verlof.voorwaarden if each.uitkomst == NIET_VOLDAAN]
            zinnen += unmet or [each.tekst for each in verlof.waarschuwingen]
        elif code == NOG_NIET and verlof.nog_niet is not None:
            zinnen.append(verlof.nog_niet.tekst)
        return NoLetterError(code, " ".join(zinnen), missing, varianten)

    def _sheet(self, case: LetterCase, soort: LetterVariant, verlofsoort: str, variant: str, taal: str) -> Sheet:
        gedeeld = self.brieven.gedeeld[taal]
        tekst = self.brieven.verlofsoorten[verlofsoort].teksten[taal]
        woorden = Woorden(case, self.beoordelaar.languages[taal], tekst, gedeeld)
        onderwerp, dagtekening = woorden.sentence(tekst.onderwerp[variant]), woorden.sentence(gedeeld.dagtekening)
        if onderwerp is None or dagtekening is None:  # only values that are always known stand in these
            raise ValueError(f"{verlofsoort}: the subject or the date of `{variant}` names a value that can be unknown")
        return Sheet(
            taal=taal,
            van=gedeeld.van,
            aan=gedeeld.aan[case.brief.aan],
            dagtekening=dagtekening.tekst,
            onderwerp=(gedeeld.kopjes["onderwerp"], onderwerp.tekst),
            aanhef=gedeeld.aanhef[case.brief.aan],
            inhoud=_joined(self._contents(case, soort, woorden)),
            slot=gedeeld.slot,
            bijlagen=(gedeeld.kopjes["bijlagen"], tuple(tekst.bijlagen[id] for id in case.brief.bijlagen)),
            bericht=_lines(case, soort, Woorden(case, self.beoordelaar.languages[taal], tekst, gedeeld)),
        )

    def _contents(self, case: LetterCase, soort: LetterVariant, woorden: Woorden) -> Iterator[Alinea | Particulars]:
        for deel in soort.alineas:
            if deel == "gegevens":
                yield from self._particulars(case, soort, woorden)
            elif isinstance(deel, str):
                yield from _alineas(case, case.brief.alineas, woorden)
            elif deel.id not in case.brief.zonder:
                yield from _alineas(case, (deel,), woorden)

    def _particulars(self, case: LetterCase, soort: LetterVariant, woorden: Woorden) -> Iterator[Particulars]:
        rows = case.brief.gegevens
        if soort.alleen_verteld:
            rows = tuple(id for id in rows if woorden.told(self.brieven.gegevens[id]))
        if rows:
            yield Particulars(tuple(self._regel(id, woorden) for id in rows))

    def _regel(self, id: str, woorden: Woorden) -> tuple[str, str, str]:
        return id, woorden.tekst.gegevens[id], woorden.place(self.brieven.gegevens[id], id)


def _alineas(case: LetterCase, regels: tuple[AlineaRegel, ...], woorden: Woorden) -> Iterator[Alinea]:
    for regel in regels:
        if case.holds(regel.bij) and case.worked.holds(regel.als):
            gevuld = woorden.sentence(woorden.tekst.alineas[regel.id], regel.bij.voorbij, regel.bronnen)
            if gevuld is not None:
                yield Alinea(regel.id, gevuld.tekst, gevuld.bronnen, regel.vervolg)


def _lines(case: LetterCase, soort: LetterVariant, woorden: Woorden) -> tuple[str, ...]:
    return tuple(deel.tekst for deel in _joined(_alineas(case, soort.bericht, woorden)) if isinstance(deel, Alinea))


def _asking_is_free(case: LetterCase) -> bool:
    """Does the law give no right, and is this a letter that may be sent all the same?"""
    als = case.brief.zonder_recht
    return case.oordeel == GEEN_RECHT and als is not None and case.worked.holds(als)


def _joined(delen: Iterable[Alinea | Particulars]) -> tuple[Alinea | Particulars, ...]:
    """The parts with every paragraph that goes on joined to the one before it."""
    joined: list[Alinea | Particulars] = []
    for deel in delen:
        if isinstance(deel, Alinea) and deel.vervolg and joined and isinstance(before := joined[-1], Alinea):
            joined[-1] = replace(before, tekst=f"{before.tekst} {deel.tekst}", bronnen=before.bronnen + deel.bronnen)
        else:
            joined.append(deel)
    return tuple(joined)


def _inside(verlof: LeaveAnswer, wishes: Told) -> dict[str, Value]:
    """The wishes about a leave; no day that lies after the last one on which it can be used."""
    end = verlof.laatste_dag or date.max
    return {id: value for id, value in wishes.items() if not isinstance(value, date) or value <= end}


def _date(soort: LetterVariant, situatie: Situatie) -> date:
    """The day of the letter: the day of asking, or the day on which it will be told when that lies ahead."""
    melding = situatie.feiten.get(_MELDINGSDATUM)
    if soort.dag == "melding" and isinstance(melding, date):
        return max(melding, situatie.peildatum)
    return situatie.peildatum
