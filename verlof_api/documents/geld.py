"""The money line: what a leave pays gross, per month and per payer, and how long someone waits for it.

The amounts are those of the answer (`betaling.bedragen`), which are cut already on every day a cap or wage changes;
here they are only counted out over the months. Every figure says what kind it is and from what it was made. Decimals
throughout, rounded half up to cents at the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from verlof_api.assessment import Situatie
from verlof_api.assessment.money import DAG, DAGLOON, EXACT, MAXIMUM, SCHATTING, UREN, UUR, UURLOON
from verlof_api.assessment.plan import bronnen_json
from verlof_api.rulebook.geldregel import Geldboek

Json = dict[str, Any]

UWV, WERKGEVER, NIEMAND = "uwv", "werkgever", "niemand"
AANVULLING = "aanvulling"
_CENT = Decimal("0.01")
_ONE_DAY = timedelta(days=1)
_WISHED_HOURS, _WISHED_WEEKS = "gewensteUren", "gewensteWeken"
_WEIGHT = (EXACT, SCHATTING, MAXIMUM)  # from sure to least sure: a sum is as sure as its least sure part


@dataclass(frozen=True)
class _Stuk:
    """Part of one amount: the days of it in one month."""

    van: date
    tot: date
    bedrag: Decimal
    soort: str
    aantal: Decimal
    per: str
    eenheid: Decimal
    deel: Decimal


class Geldregels:
    """Works out money lines. Built once per process."""

    def __init__(self, boek: Geldboek) -> None:
        self.boek = boek

    def geldregel(
        self,
        leave: Mapping[str, Any],
        situatie: Situatie,
        aanvulling: Decimal | None = None,
        voorschot: bool | None = None,
        taal: str = "nl",
    ) -> Json:
        """The money line of one leave of an answer.

        `aanvulling`: the percentage of the wage up to which the employer tops up; `voorschot`: whether the employer
        advances what UWV pays afterwards, None when that is not known.
        """
        words = self.boek.woorden[taal]
        betaling = leave["betaling"]
        payer = betaling["door"] if betaling else None
        hours = _decimal(situatie.feiten.get(UREN))
        amounts = betaling["bedragen"] if betaling else []
        share = self._share(amounts, situatie, hours)
        months: list[Json] = []
        for month, pieces in self._months(amounts, hours, share):
            posts = [self._post(payer, each, words) for each in pieces]
            if aanvulling is not None:
                posts += [
                    post for each in pieces if (post := self._aanvulling(each, situatie, hours, aanvulling, words))
                ]
            months.append(
                {
                    "maand": month,
                    "posten": posts,
                    "totaal": _total(posts),
                }
            )
        return {
            "verlofsoort": leave["id"],
            "valuta": "EUR",
            "maanden": months,
            "totaal": [
                {"door": door, **_total([post for month in months for post in month["posten"] if post["door"] == door])}
                for door in dict.fromkeys(post["door"] for month in months for post in month["posten"])
            ],
            "gat": self._gap(leave, payer, months, voorschot, words),
            "opmerkingen": list(self._remarks(betaling, months, situatie, aanvulling, words)),
            "nietBerekend": {"tekst": words["niet-berekend"], "url": self.boek.url},
            "bronnen": [*(betaling["bronnen"] if betaling else []), *bronnen_json(self.boek.bronnen)],
        }

    def _months(
        self, bedragen: list[Mapping[str, Any]], hours: Decimal | None, share: Decimal
    ) -> Iterator[tuple[str, list[_Stuk]]]:
        """The pieces of all amounts per calendar month, in order of days."""
        found: dict[str, list[_Stuk]] = {}
        for each in bedragen:
            first, last = date.fromisoformat(each["van"]), date.fromisoformat(each["tot"])
            while first <= last:
                end = min(last, _end_of_month(first))
                piece = self._piece(each, first, end, hours, share)
                if piece is not None:
                    found.setdefault(f"{first:%Y-%m}", []).append(piece)
                first = end + _ONE_DAY
        yield from found.items()

    def _share(self, bedragen: list[Mapping[str, Any]], situatie: Situatie, hours: Decimal | None) -> Decimal:
        """Which part of the working time in the period is leave: all of it, unless fewer hours or weeks are wished."""
        if not bedragen:
            return Decimal(1)
        first, last = date.fromisoformat(bedragen[0]["van"]), date.fromisoformat(bedragen[-1]["tot"])
        weeks = Decimal(self._weekdays(first, last)) / self.boek.dagen_per_week
        wished_hours = _decimal(situatie.feiten.get(_WISHED_HOURS))
        wished = wished_hours / hours if wished_hours and hours else _decimal(situatie.feiten.get(_WISHED_WEEKS))
        return min(Decimal(1), wished / weeks) if wished and weeks else Decimal(1)

    def _piece(
        self, each: Mapping[str, Any], van: date, tot: date, hours: Decimal | None, share: Decimal
    ) -> _Stuk | None:
        """The amount over [van, tot]; None for a wage by the hour when the hours are not known."""
        per, unit, soort = each["per"], Decimal(each["bedrag"]), each["soort"]
        days = Decimal(self._weekdays(van, tot))
        week = Decimal(self.boek.dagen_per_week)
        if per == DAG:
            count = days
        elif per == UUR:
            if hours is None:
                return None
            count = hours * days / week
        elif per == "week":
            count = days / week
        else:
            whole = self._weekdays(van.replace(day=1), _end_of_month(van))
            count = days / whole
            soort = soort if count == 1 else SCHATTING
        if share < 1 and soort == EXACT:
            soort = SCHATTING
        return _Stuk(van, tot, unit * count * share, soort, count * share, per, unit, share)

    def _weekdays(self, van: date, tot: date) -> int:
        """The days of [van, tot] over which is paid: the first `dagen_per_week` days of each week, from Monday."""
        length = (tot - van).days + 1
        return sum((van + timedelta(days=n)).weekday() < self.boek.dagen_per_week for n in range(length))

    def _post(self, payer: str | None, piece: _Stuk, words: Mapping[str, Any]) -> Json:
        basis = words["grondslag"][piece.per].format(aantal=_count(piece.aantal), bedrag=_cents(piece.eenheid))
        return _post(str(payer), piece, piece.bedrag, piece.soort, basis)

    def _aanvulling(
        self, piece: _Stuk, situatie: Situatie, hours: Decimal | None, percentage: Decimal, words: Mapping[str, Any]
    ) -> Json | None:
        """What the employer adds up to `percentage` of the wage; None when the wage is not known.

        Always an estimate: what counts as wage for a top-up is in a collective agreement, not in the law.
        """
        wage = self._wage(piece, situatie, hours)
        if wage is None:
            return None
        added = max(Decimal(0), wage * percentage / 100 - piece.bedrag)
        basis = words["grondslag"][AANVULLING].format(percentage=_count(percentage))
        return _post(AANVULLING, piece, added, SCHATTING, basis)

    def _wage(self, piece: _Stuk, situatie: Situatie, hours: Decimal | None) -> Decimal | None:
        """The wage over the days of a piece."""
        day, hourly = _decimal(situatie.feiten.get(DAGLOON)), _decimal(situatie.feiten.get(UURLOON))
        days = self._weekdays(piece.van, piece.tot)
        if day is not None:
            return day * days * piece.deel
        if hourly is not None and hours is not None:
            return hourly * hours * days * piece.deel / self.boek.dagen_per_week
        return None

    def _gap(
        self,
        leave: Mapping[str, Any],
        payer: str | None,
        months: list[Json],
        voorschot: bool | None,
        words: Mapping[str, Any],
    ) -> Json | None:
        """What someone waits for: paid by UWV after the leave, and not advanced."""
        late = self.boek.achteraf.get(leave["id"])
        if late is None or payer != UWV or not months:
            return None
        waiting = [post for month in months for post in month["posten"] if post["door"] == UWV]
        advanced = voorschot is True
        return {
            "voorgeschoten": voorschot,
            "van": waiting[0]["van"],
            "tot": waiting[-1]["tot"],
            **(_total([]) if advanced else _total(waiting)),
            "uiterlijkVragen": next(
                (term["uiterlijk"] for term in leave["termijnen"] if term["id"] == late.verzoek), None
            ),
            "tekst": words["gat"]["voorgeschoten" if advanced else "achteraf"],
            "bronnen": bronnen_json(late.bronnen),
        }

    def _remarks(
        self,
        betaling: Mapping[str, Any] | None,
        months: list[Json],
        situatie: Situatie,
        aanvulling: Decimal | None,
        words: Mapping[str, Any],
    ) -> Iterator[str]:
        if betaling is not None and betaling["door"] == NIEMAND:
            yield words["zinnen"]["onbetaald"]
        elif not months:
            yield words["zinnen"]["geen-bedrag"]
        if aanvulling is not None and not {DAGLOON, UURLOON} & set(situatie.feiten):
            yield words["zinnen"]["aanvulling-onbekend"]


def _post(door: str, piece: _Stuk, bedrag: Decimal, soort: str, grondslag: str) -> Json:
    return {
        "door": door,
        "van": piece.van.isoformat(),
        "tot": piece.tot.isoformat(),
        "bedrag": _cents(bedrag),
        "soort": soort,
        "grondslag": grondslag,
    }


def _total(posts: list[Json]) -> Json:
    """The sum of posts, as sure as the least sure of them."""
    soort = max((post["soort"] for post in posts), key=_WEIGHT.index, default=EXACT)
    return {"bedrag": _cents(sum((Decimal(post["bedrag"]) for post in posts), Decimal(0))), "soort": soort}


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _ONE_DAY


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _cents(amount: Decimal) -> str:
    return str(amount.quantize(_CENT, ROUND_HALF_UP))


def _count(number: Decimal) -> str:
    return f"{number.quantize(_CENT, ROUND_HALF_UP).normalize():f}"
