"""Dates, percentages and terms that no law has: slips of the pen, held to the bounds in regelset.yaml."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from verlof_api.checks.walk import Path, scalars
from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder, kind_of
from verlof_api.law.grenzen import Grenzen
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage

_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_TERM: Final = re.compile(r"\b(\d+) (weken|maanden|dagen)\b")
_NUMBER: Final = re.compile(r"\d+(\.\d+)?")
_OF_LAW: Final = frozenset({"regelset", "wetten", "wetten-artikelen", "gedeeld", "bedragen", "regel", "weigering"})
_TERMS_IN: Final = frozenset({"gedeeld", "regel"})
# Where the day stands of a text that somebody read; that of a version may be read ahead.
_READ: Final = {"wetten": "gelezen", "wetten-artikelen": "tekst"}


def implausible(folder: Folder, rulebook: Rulebook, today: date) -> Iterator[RuleError]:
    """What lies outside the bounds of these rules, each at its place. Rules without bounds are held to none."""
    grenzen = rulebook.grenzen
    if grenzen is None:
        return
    for document in folder.documents.values():
        kind = kind_of(document.file)
        if kind not in _OF_LAW:
            continue
        for path, passage in scalars(document):
            if path[-1] == _READ.get(kind) and passage > today.isoformat():
                yield passage.error(f"`{path[-1]}: {passage}` ligt na vandaag: welke tekst is er gelezen?")
            yield from _dates(passage, grenzen, today)
            if kind in _TERMS_IN:
                yield from _terms(path, passage, grenzen)
                yield from _percentage(path, passage, grenzen)


def _dates(passage: Passage, grenzen: Grenzen, today: date) -> Iterator[RuleError]:
    last = today.year + grenzen.jaren_vooruit
    for written in _DAY.findall(passage):
        if written < grenzen.eerste_datum.isoformat() or int(written[:4]) > last:
            meant = _year_meant(written, grenzen, last, today)
            first = grenzen.eerste_datum
            yield passage.error(f"{written} ligt niet tussen {first} en eind {last}{meant}")


def _year_meant(written: str, grenzen: Grenzen, last: int, today: date) -> str:
    """The same day of the year that is one slip of the finger away, of several the one nearest to now."""
    from rapidfuzz.distance import OSA  # with the first slip: it takes megabytes

    years = range(grenzen.eerste_datum.year, last + 1)
    near = [year for year in years if OSA.distance(written[:4], str(year)) == 1]
    if not near:
        return ""
    year = min(near, key=lambda each: abs(each - today.year))
    return f"; bedoel je {year}{written[4:]}?"


def _terms(path: Path, passage: Passage, grenzen: Grenzen) -> Iterator[RuleError]:
    """Terms in an expression, and sizes that are a plain number."""
    terms = [(int(number), unit) for number, unit in _TERM.findall(passage)]
    if path[-2:-1] == ("omvang",) and path[-1] in grenzen.hoogstens and passage.isdigit():
        terms.append((int(passage), path[-1]))
    for number, unit in terms:
        most = grenzen.hoogstens.get(unit, number)
        if number > most:
            yield passage.error(f"{number} {unit} is meer dan de {most} {unit} die een wet hoogstens geeft")


def _percentage(path: Path, passage: Passage, grenzen: Grenzen) -> Iterator[RuleError]:
    if path[-1] != "percentage" or not _NUMBER.fullmatch(passage):
        return
    least, most = grenzen.procent
    written = Decimal(passage)
    if written == 0 or least <= written <= most:
        return
    meant = next((each for each in (written * 100, written / 10) if least <= each <= most), None)
    asked = f"; bedoel je {meant.normalize():f}?" if meant is not None else ""
    yield passage.error(f"`percentage: {passage}` ligt niet tussen {least} en {most}{asked}")
