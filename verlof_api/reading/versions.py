"""The versions of a leave side by side: per thing that they say a row, per version a cell that tells what changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verlof_api.reading.model import AANNAMES, VOORWAARDEN, WAARDEN, Entry, Reading

NEW, SAME, CHANGED, WORKS_THROUGH, GONE, ABSENT = "nieuw", "gelijk", "gewijzigd", "werkt-door", "vervallen", "geen"


@dataclass(frozen=True, slots=True)
class VersionCell:
    """What one version says of something. `change`: beside the version before it; `because`: the named values that
    changed below it."""

    change: str
    entry: Entry | None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionRow:
    id: str
    title: str
    cells: tuple[VersionCell, ...]

    @property
    def ever_changed(self) -> bool:
        """Is it not the same in every version?"""
        return any(cell.change != SAME for cell in self.cells[1:]) or self.cells[0].entry is None


def side_by_side(readings: Sequence[Reading]) -> dict[str, list[VersionRow]]:
    """By section: every condition, and of the rest what ever changed."""
    texts = [_Texts(reading) for reading in readings]
    sections = dict.fromkeys(name for reading in readings for name in reading.sections)
    rows = {section: list(_rows(section, texts)) for section in _in_order(sections, readings)}
    return {section: shown for section, all_rows in rows.items() if (shown := _shown(section, all_rows))}


class _Texts:
    """What one version says, to be laid beside another: per section its entries by id, numbered where two have one."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entries = {section: dict(_numbered(entries)) for section, entries in reading.sections.items()}
        defined = [*self.entries.get(WAARDEN, {}).values(), *self.entries.get(AANNAMES, {}).values()]
        self.values = {entry.id: self.text(entry) for entry in defined}

    def text(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        return tuple((each.label, *each.lines(self.reading.lexicon)) for each in entry.said)


def _numbered(entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    often: dict[str, int] = {}
    for entry in entries:
        often[entry.id] = often.get(entry.id, 0) + 1
        yield entry.id if often[entry.id] == 1 else f"{entry.id} ({often[entry.id]})", entry


def _in_order(sections: Mapping[str, None], readings: Sequence[Reading]) -> list[str]:
    """The sections as the newest version has them, and after those what only older versions have."""
    newest = readings[-1].sections
    return [*newest, *(section for section in sections if section not in newest)]


def _rows(section: str, texts: Sequence[_Texts]) -> Iterator[VersionRow]:
    ids = dict.fromkeys(id for each in reversed(texts) for id in each.entries.get(section, {}))
    for id in ids:
        found = [each.entries.get(section, {}).get(id) for each in texts]
        latest = next(entry for entry in reversed(found) if entry is not None)
        yield VersionRow(id, latest.title, tuple(_cells(found, texts)))


def _cells(found: Sequence[Entry | None], texts: Sequence[_Texts]) -> Iterator[VersionCell]:
    for number, (entry, here) in enumerate(zip(found, texts, strict=True)):
        if number == 0:
            yield VersionCell(SAME if entry is not None else ABSENT, entry)
            continue
        yield _cell(found[number - 1], entry, texts[number - 1], here)


def _cell(old: Entry | None, new: Entry | None, before: _Texts, here: _Texts) -> VersionCell:
    if new is None:
        return VersionCell(ABSENT if old is None else GONE, None)
    if old is None:
        return VersionCell(NEW, new)
    if before.text(old) != here.text(new) or list(map(str, old.sources)) != list(map(str, new.sources)):
        return VersionCell(CHANGED, new)
    because = [name for name in dict.fromkeys((*old.names, *new.names)) if _differs(name, before, here)]
    return VersionCell(WORKS_THROUGH if because else SAME, new, tuple(because))


def _differs(name: str, before: _Texts, here: _Texts) -> bool:
    return before.values.get(name) != here.values.get(name)


def _shown(section: str, rows: Sequence[VersionRow]) -> list[VersionRow]:
    return [row for row in rows if section == VOORWAARDEN or row.ever_changed]
