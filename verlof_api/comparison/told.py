"""What differs between two outcomes of one case, in words."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.verdicts import VRAAG_NODIG
from verlof_api.assessment.wording import CardWords
from verlof_api.comparison.changes import ComparedOutcome, Days, Difference, Due, May, Paid, Sizes
from verlof_api.comparison.words import comparison_words, counted

Sides = tuple[str | None, str | None]
_AMOUNT: Final = re.compile(r"(?P<bedrag>\S+) per (?P<per>\S+) \((?P<soort>\S+)\)")


class ToldFacts:
    """Writes differences in one of the languages. `kaart`: the words of the card per language."""

    def __init__(self, beoordelaar: Beoordelaar, kaart: Mapping[str, CardWords]) -> None:
        self._feiten, self._languages, self._kaart = beoordelaar.rulebook.feiten, beoordelaar.languages, kaart

    def differences(
        self, verschilt: list[str], was: ComparedOutcome, wordt: ComparedOutcome, taal: str
    ) -> list[Difference]:
        """Per difference the part, a label and both sides in words; null: there is nothing on that side."""
        found: list[Difference] = []
        for part in verschilt:
            tell = getattr(self, f"_{part}")
            for label, (before, after) in tell(was[part], wordt[part], (was, wordt), taal):
                found.append({"onderdeel": part, "label": label, "was": before, "wordt": after})
        return found

    def _oordeel(
        self, was: str, wordt: str, whole: tuple[ComparedOutcome, ComparedOutcome], taal: str
    ) -> Iterator[tuple[str, Sides]]:
        label = comparison_words(taal)["onderdeel"]["oordeel"]
        yield label, (self._verdict(whole[0], taal), self._verdict(whole[1], taal))

    def _verdict(self, outcome: ComparedOutcome, taal: str) -> str:
        """A verdict that hangs on an answer names what is asked."""
        words = comparison_words(taal)
        missing = outcome.get("ontbrekendeFeiten")
        if outcome["oordeel"] == VRAAG_NODIG and isinstance(missing, list):
            asked = [str(self._feiten[fact].teksten[taal].label) for fact in missing]
            return str(words["hangt-af"].format(feiten=", ".join(asked)))
        return str(words["oordeel"][outcome["oordeel"]])

    def _omvang(self, was: Sizes | None, wordt: Sizes | None, _: object, taal: str) -> Iterator[tuple[str, Sides]]:
        label = comparison_words(taal)["onderdeel"]["omvang"]
        for maat in dict.fromkeys((*(was or {}), *(wordt or {}))):
            sides = [None if side is None else side[maat] for side in (was, wordt)]
            if sides[0] != sides[1]:
                yield label, (self._size(maat, sides[0], taal), self._size(maat, sides[1], taal))

    def _size(self, maat: str, size: float | None, taal: str) -> str | None:
        if size is None:
            return None
        shown = self._languages[taal].number(Decimal(str(size)))
        return f"{shown} {counted(maat, Decimal(str(size)), taal)}"

    def _periode(self, was: Days | None, wordt: Days | None, _: object, taal: str) -> Iterator[tuple[str, Sides]]:
        for side in ("van", "tot"):
            days = [(each or {}).get(side) for each in (was, wordt)]
            if days[0] != days[1]:
                words = comparison_words(taal)
                label = f"{words['onderdeel']['periode']} {words['veld'][side]}"
                yield label, (self._day(days[0], taal), self._day(days[1], taal))

    def _termijnen(self, was: list[Due], wordt: list[Due], _: object, taal: str) -> Iterator[tuple[str, Sides]]:
        before, after = ({each["id"]: each["uiterlijk"] for each in side} for side in (was, wordt))
        for id in dict.fromkeys((*before, *after)):
            if before.get(id) != after.get(id):
                days = (self._day(before.get(id), taal), self._day(after.get(id), taal))
                yield self._kaart[taal]["termijnen"].get(id, id), days

    def _day(self, day: date | None, taal: str) -> str | None:
        return None if day is None else self._languages[taal].day(day)

    def _betaling(self, was: Paid | None, wordt: Paid | None, _: object, taal: str) -> Iterator[tuple[str, Sides]]:
        label = comparison_words(taal)["onderdeel"]["betaling"]
        percentages = [None if side is None else side["percentage"] for side in (was, wordt)]
        if percentages[0] != percentages[1]:
            yield label, (self._percentage(percentages[0], taal), self._percentage(percentages[1], taal))
        amounts = [[] if side is None else side["bedragen"] for side in (was, wordt)]
        if amounts[0] != amounts[1]:
            before, after = (", ".join(self._amount(each, taal) for each in side) or None for side in amounts)
            yield label, (before, after)

    def _percentage(self, percentage: float | None, taal: str) -> str | None:
        return None if percentage is None else f"{self._languages[taal].number(Decimal(str(percentage)))}%"

    def _amount(self, amount: str, taal: str) -> str:
        """An amount of an outcome, `211.42 per dag (maximum)`, in the words of the card."""
        parts, kaart = _AMOUNT.fullmatch(amount), self._kaart[taal]
        if parts is None:
            raise ValueError(f"not an amount of an outcome: {amount}")
        shown = comparison_words(taal)["EUR"].format(bedrag=self._languages[taal].euro(Decimal(parts["bedrag"])))
        return f"{shown} {kaart['per'][parts['per']]} ({kaart['soort'][parts['soort']]})"

    def _werkgever(self, was: May | None, wordt: May | None, _: object, taal: str) -> Iterator[tuple[str, Sides]]:
        words = comparison_words(taal)
        for key in ("magWeigeren", "magWijzigen"):
            sides = [(each or {}).get(key) for each in (was, wordt)]
            if sides[0] != sides[1]:
                show = self._languages[taal].show
                yield words[key], (show("", sides[0]), show("", sides[1]))
