"""What changes between two days, in one line for each leave and table: for people, before all details."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from verlof_api.comparison.changes import AmountChange, Gift, LeaveChange, PartChange, Sizes, SummaryLine
from verlof_api.comparison.gifts import Gifts
from verlof_api.comparison.rules import GEWIJZIGD
from verlof_api.comparison.words import comparison_words
from verlof_api.law.bronnen import Bron

_SIZE_AND_PAY: Final = ("omvang", "betaling")
_MOST_NAMES, _MOST_SOURCES = 3, 3


class Summary:
    """Writes the lines in one of the languages. `gifts`: what each text gives."""

    def __init__(self, gifts: Gifts) -> None:
        self._gifts = gifts

    def lines(self, leaves: Iterable[LeaveChange], amounts: Iterable[AmountChange], taal: str) -> list[SummaryLine]:
        """Per changed leave and table: its id, the line and the sources of what it says."""
        told = [self._leave(change, taal) for change in leaves]
        tables: dict[str, list[AmountChange]] = {}
        for amount in amounts:
            tables.setdefault(amount["tabel"], []).append(amount)
        return told + [_table(id, columns) for id, columns in tables.items()]

    def _leave(self, change: LeaveChange, taal: str) -> SummaryLine:
        words = comparison_words(taal)
        parts: Sequence[PartChange] = change["onderdelen"]
        was, wordt = change["geeft"]["was"], change["geeft"]["wordt"]
        if was is None:
            parts = [part for part in parts if part["onderdeel"] in _SIZE_AND_PAY] or parts[:1]
            gift = None if wordt is None else wordt["tekst"]
            text = words["voorstel"] if change["voorstel"] else ", ".join([words["nieuw"], *([gift] if gift else [])])
        elif wordt is None:
            parts, text = [], words["vervallen"]
            if change["opvolger"]:
                text = words["opgevolgd"].format(verlof=change["opvolger"]["naam"])
        else:
            said, parts = self._differences(was, wordt, parts, taal)
            text = "; ".join(said)
        bronnen = _unique(bron for part in parts for bron in part["bronnen"])
        return {
            "verlofsoort": change["verlofsoort"],
            "tabel": None,
            "tekst": f"{change['naam']}: {text}{_cited(bronnen)}",
            "bronnen": bronnen,
        }

    def _differences(
        self, was: Gift, wordt: Gift, parts: Sequence[PartChange], taal: str
    ) -> tuple[list[str], Sequence[PartChange]]:
        """What is said of a changed leave, and the parts that say so."""
        words, said, kinds = comparison_words(taal), list[str](), set[str]()
        sizes = [self._sizes(gift["omvang"], taal) for gift in (was, wordt)]
        for maat in dict.fromkeys((*sizes[0], *sizes[1])):
            before, after = (side.get(maat) for side in sizes)
            if before and after and before != after:
                said.append(f"{before.partition(' ')[0]} -> {after}")
                kinds.add("omvang")
        if was["betaling"] != wordt["betaling"]:
            paid = [self._gifts.paid(gift["betaling"], taal) for gift in (was, wordt)]
            said.append(" -> ".join(", ".join(side) or words["onbetaald"] for side in paid))
            kinds.add("betaling")
        # a value that changes works through in many parts: they are only named where nothing else was said
        changed = [part for part in parts if part["velden"] or (part["waarin"] and not said)]
        said += self._others([part for part in changed if part["onderdeel"] not in kinds], taal)
        first = [part for part in parts if part["onderdeel"] in kinds]
        return said or [words["alleen-bron"]], first or changed or parts

    def _others(self, parts: Iterable[PartChange], taal: str) -> Iterator[str]:
        """The parts that change, those of one kind together by what they are called."""
        words = comparison_words(taal)
        together: dict[tuple[str, str], dict[str, None]] = {}
        for part in parts:
            kind, _, name = part["label"].partition(": ")
            alone = part["onderdeel"] in _SIZE_AND_PAY
            how = GEWIJZIGD if alone else part["wijziging"]
            together.setdefault((kind, how), {})["" if alone else name] = None
        for (kind, how), names in together.items():
            named = [name for name in names if name][:_MOST_NAMES]
            if len(names) > _MOST_NAMES:
                named.append(words["en-nog"].format(aantal=len(names) - _MOST_NAMES))
            told = f"{kind}: {', '.join(named)}" if named else kind
            yield f"{told} ({words['meer'][how]})"

    def _sizes(self, omvang: Sizes, taal: str) -> dict[str, str]:
        return {maat: self._gifts.size(maat, Decimal(str(size)), taal) for maat, size in omvang.items()}


def _table(id: str, columns: Sequence[AmountChange]) -> SummaryLine:
    told = ", ".join(f"{column['label']} {column['tekst']}" for column in columns)
    return {
        "verlofsoort": None,
        "tabel": id,
        "tekst": f"{columns[0]['naam']}: {told}",
        "bronnen": columns[0]["bronnen"],
    }


def _unique(bronnen: Iterable[Bron]) -> list[Bron]:
    return list(dict.fromkeys(bronnen))


def _cited(bronnen: Iterable[Bron]) -> str:
    """The first few articles, between brackets."""
    articles = list(dict.fromkeys(f"{bron.wet} {bron.artikel}" for bron in bronnen if bron.artikel))
    return f" ({', '.join(articles[:_MOST_SOURCES])})" if articles else ""
