"""The money line: what a leave pays gross, per month and per payer, and how long someone waits for it.

The amounts are those of the answer (`betaling.bedragen`), which are cut already on every day a cap or wage changes;
here they are only counted out over the months, so that everyone can check a figure with its basis. Decimals throughout,
rounded half up to cents per figure: a sum is that of the figures above it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import Bedrag, LeaveAnswer
from verlof_api.assessment.money import DAG, DAGLOON, EXACT, SCHATTING, UREN, UUR, UURLOON
from verlof_api.assessment.verdicts import GEEN_RECHT, RECHT
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.assessment.wording import Language
from verlof_api.money.book import MoneyBook
from verlof_api.money.pieces import BEGIN, EINDE, MAAND, MonthCount, MonthPiece, least_sure, unknown
from verlof_api.phrases import Words

UWV, WERKGEVER, NIEMAND = "uwv", "werkgever", "niemand"
WET, AANVULLING = "wet", "aanvulling"
MINIMUMLOON, GESCHIL = "minimumloon", "geschil-in-bronnen"
_CENT = Decimal("0.01")


class Post(NamedTuple):
    """One figure of a month: euros to the cent, for the days from `van` up to and including `tot`."""

    door: str
    waarvan: str
    van: date
    tot: date
    bedrag: Decimal
    soort: str
    grondslag: str


class Month(NamedTuple):
    maand: str
    posten: Sequence[Post]


class Geldregels:
    """Works out money lines. Built once per process."""

    def __init__(self, boek: MoneyBook, languages: Mapping[str, Language]) -> None:
        self.boek, self._languages = boek, languages

    def geldregel(
        self,
        leave: LeaveAnswer,
        situatie: Situatie,
        aanvulling: Decimal | None = None,
        voorschot: bool | None = None,
        taal: str = "nl",
        over: Decimal | None = None,
    ) -> JsonObject:
        """The money line of one leave of an answer.

        `aanvulling`: the percentage of the wage up to which the employer tops up; `voorschot`: whether the employer
        advances what UWV pays afterwards, None when that is not known; `over`: the hours left of the leave, with those
        above the law's own, None where the answer says all that is left.
        """
        words = _Words(self.boek.woorden[taal], self._languages[taal])
        betaling = leave.betaling
        door = None if betaling is None else betaling.door
        telling = MonthCount(situatie, self.boek.dagen_per_week, over)
        months: list[Month] = []
        spread = False
        for month, pieces in telling.maanden(leave, self._amounts(leave, telling, aanvulling)):
            posts = [] if door is None or door == NIEMAND else [words.by_law(door, each) for each in pieces]
            for each in pieces:
                wage = telling.loon(each)
                if aanvulling is not None and wage is not None:
                    posts.append(words.on_top(each, wage, aanvulling))
            if posts:
                months.append(Month(month, posts))
                spread = spread or any(each.deel for each in pieces)
        return {
            "verlofsoort": leave.id,
            "naam": leave.naam,
            "oordeel": leave.oordeel,
            "valuta": "EUR",
            "maanden": [_month(each) for each in months],
            "totaal": self._totals(leave, months),
            "gat": self._gap(leave, months, voorschot, words),
            "opmerkingen": [
                *self._remarks(leave, months, situatie, aanvulling, words),
                *([words.zinnen["verdeeld"]] if spread else []),
            ],
            "nietBerekend": {"tekst": words.niet_berekend, "url": self.boek.url},
            "bronnen": [*(betaling.bronnen if betaling else ()), *sources(self.boek.bronnen)],
        }

    def _amounts(self, leave: LeaveAnswer, telling: MonthCount, aanvulling: Decimal | None) -> Sequence[Bedrag]:
        """Those of the answer; nothing per day over the wished days of unpaid leave that the employer tops up."""
        betaling = leave.betaling
        if betaling is None:
            return []
        wished = telling.gewenst(leave)
        if betaling.door == NIEMAND and aanvulling is not None and wished is not None:
            van, tot = wished
            return [Bedrag(Decimal("0.00"), DAG, EXACT, van, tot, "")]
        return betaling.bedragen

    def _totals(self, leave: LeaveAnswer, months: list[Month]) -> list[JsonObject]:
        """Per payer; of a leave with days of which no amount is known the total is not whole, and never exact."""
        posts = [post for month in months for post in month.posten]
        whole = not unknown(leave)
        totals = []
        for door in dict.fromkeys(post.door for post in posts):
            own = [post for post in posts if post.door == door]
            tot = None if whole else max(post.tot for post in own)
            totals.append({"door": door, **_total(own, whole), "volledig": whole, "tot": tot})
        return totals

    def _gap(
        self, leave: LeaveAnswer, months: list[Month], voorschot: bool | None, words: "_Words"
    ) -> JsonObject | None:
        """What someone waits for: paid by UWV after the leave, and not advanced."""
        late = self.boek.achteraf.get(leave.id)
        waiting = [post for month in months for post in month.posten if post.door == UWV]
        if late is None or not waiting:
            return None
        return {
            "voorgeschoten": voorschot,
            "van": waiting[0].van,
            "tot": waiting[-1].tot,
            **_total([] if voorschot else waiting, whole=voorschot is True or not unknown(leave)),
            "uiterlijkVragen": next((term.uiterlijk for term in leave.termijnen if term.id == late.verzoek), None),
            "tekst": words.gat[{True: "voorgeschoten", False: "niet-voorgeschoten", None: "achteraf"}[voorschot]],
            "bronnen": sources(late.bronnen),
        }

    def _remarks(
        self,
        leave: LeaveAnswer,
        months: list[Month],
        situatie: Situatie,
        aanvulling: Decimal | None,
        words: "_Words",
    ) -> Iterator[str]:
        betaling, zinnen = leave.betaling, words.zinnen
        if leave.oordeel == GEEN_RECHT:
            yield zinnen[GEEN_RECHT]
            return
        if leave.nog_niet is not None:
            yield leave.nog_niet.tekst
        if leave.oordeel != RECHT and months:
            yield zinnen["onzeker"]
        gaps = unknown(leave)
        wage_told = not {DAGLOON, UURLOON}.isdisjoint(situatie.feiten)
        if betaling is None:
            yield zinnen["buiten-deze-regel"]
        elif betaling.door == NIEMAND:
            yield zinnen["onbetaald"]
        elif betaling.door is None or betaling.percentage is None:
            yield zinnen["betaling-open"]
        elif not months and not gaps:
            yield zinnen[_asked(leave, situatie)]
        yield from gaps
        if months and gaps:
            yield zinnen["niet-volledig"].format(dag=words.day(months[-1].posten[-1].tot))
        if betaling is not None and betaling.grondslag == MINIMUMLOON:
            yield from (each.tekst for each in leave.waarschuwingen if each.code == GESCHIL)
            if months and betaling.andere_lezing is not None:
                yield from map(words.other_reading, betaling.andere_lezing.bedragen)
        yield from (each.tekst for each in leave.aannames if months and each.feit in (BEGIN, EINDE))
        if aanvulling is not None and not wage_told:
            yield zinnen["aanvulling-onbekend"]
        elif aanvulling is not None and not months:
            yield zinnen["aanvulling-dagen"]


class _Words:
    """The figures of a money line with their basis, in one language."""

    def __init__(self, words: Words, language: Language) -> None:
        self.niet_berekend: str = words["niet-berekend"]
        self.gat: Mapping[str, str] = words["gat"]
        self.zinnen: Mapping[str, str] = words["zinnen"]
        self._grondslag: Mapping[str, str] = words["grondslag"]
        self._language = language

    def by_law(self, door: str, piece: MonthPiece) -> Post:
        whole = piece.per == MAAND and piece.dagen == piece.dagen_in_maand
        basis = self._grondslag["hele-maand" if whole else piece.per].format(
            aantal=self._count(piece.aantal if piece.per == UUR else piece.dagen),
            maand=piece.dagen_in_maand,
            bedrag=self._language.euro(piece.eenheid),
        )
        if piece.deel is not None:
            part = {name: self._count(getattr(piece.deel, name)) for name in ("verlof", "geheel")}
            basis = self._grondslag[f"deel-{piece.deel.eenheid}"].format(basis=basis, **part)
        return _post(door, WET, piece, piece.bedrag, piece.soort, basis)

    def on_top(self, piece: MonthPiece, wage: Decimal, percentage: Decimal) -> Post:
        """What the employer adds up to `percentage` of the wage.

        Always an estimate: what counts as wage for a top-up is in a collective agreement, not in the law.
        """
        basis = self._grondslag[AANVULLING].format(percentage=self._count(percentage))
        added = max(Decimal(0), wage * percentage / 100 - piece.bedrag)
        return _post(WERKGEVER, AANVULLING, piece, added, SCHATTING, basis)

    def other_reading(self, bedrag: Bedrag) -> str:
        values = {"dag": self._language.day(bedrag.van), "bedrag": self._language.euro(bedrag.bedrag)}
        return self.zinnen["andere-lezing"].format(**values)

    def day(self, day: date) -> str:
        return self._language.day(day)

    def _count(self, number: Decimal) -> str:
        return self._language.number(number.quantize(_CENT, ROUND_HALF_UP))


def _asked(leave: LeaveAnswer, situatie: Situatie) -> str:
    """The sentence about what would give an amount."""
    told, period = situatie.feiten, leave.periode
    if DAGLOON not in told and UURLOON not in told:
        return "geen-loon"
    if DAGLOON not in told and UREN not in told:
        return "geen-uren"
    known = {BEGIN, EINDE} <= set(told) or (period is not None and None not in (period.van, period.tot))
    return "geen-bedrag" if known else "geen-dagen"


def _post(door: str, waarvan: str, piece: MonthPiece, bedrag: Decimal, soort: str, grondslag: str) -> Post:
    return Post(door, waarvan, piece.van, piece.tot, bedrag.quantize(_CENT, ROUND_HALF_UP), soort, grondslag)


def _month(month: Month) -> JsonObject:
    posts = [{**post._asdict(), "bedrag": str(post.bedrag)} for post in month.posten]
    return {"maand": month.maand, "posten": posts, "totaal": _total(month.posten)}


def _total(posts: Sequence[Post], whole: bool = True) -> JsonObject:
    return {
        "bedrag": str(sum((post.bedrag for post in posts), Decimal("0.00"))),
        "soort": least_sure([EXACT if whole else SCHATTING, *(post.soort for post in posts)]),
    }
