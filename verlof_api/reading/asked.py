"""Which day was asked for, and whether there is a version of it. What is not there is said in one line."""

import re
from datetime import date

from verlof_api.assessment.wording import Language
from verlof_api.law.regelboek import Rulebook
from verlof_api.reading.words import words

# How people write a day that is not in ISO 8601: year first or day first, with anything between.
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[^0-9]?(?P<month>[0-9]{1,2})[^0-9]?(?P<day>[0-9]{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})[^0-9](?P<month>[0-9]{1,2})[^0-9](?P<year>[0-9]{4})")


class NotThereError(Exception):
    """There is nothing to read: what was asked is no day, or the law did not know the leave then. Says so in words."""


def day_of(text: str, taal: str) -> date:
    """The day that `text` writes as ISO 8601 does. Raises NotThereError otherwise, with what was probably meant."""
    try:
        if len(text) == len(date.min.isoformat()):
            return date.fromisoformat(text)
    except ValueError:
        pass
    sentences, meant = words(taal)["zinnen"], _meant(text)
    if meant is None:
        raise NotThereError(sentences["niet-herkend"].format(dag=text))
    raise NotThereError(sentences["bedoel-je"].format(dag=text, bedoeld=meant.isoformat()))


def check_in_force(rulebook: Rulebook, verlof: str, dag: date, language: Language) -> None:
    """Raises NotThereError when the law did not know this leave on `dag`, with the days on which it did."""
    soort = rulebook.verlofsoorten[verlof]
    if soort.versie(dag) is not None:
        return
    if dag < rulebook.eerste_dag:
        too_early = words(language.taal)["zinnen"]["te-vroeg"]
        raise NotThereError(too_early.format(dag=language.day(rulebook.eerste_dag)))
    before = max((v.tot for v in soort.versies if v.tot is not None and v.tot < dag), default=None)
    after = next((versie.van for versie in soort.versies if versie.van > dag), None)
    said = {
        "verlof": str(soort.teksten[language.taal].naam),
        "dag": language.day(dag),
        "van": language.day(after) if after else "",
        "tot": language.day(before) if before else "",
    }
    if before and after:
        raise NotThereError(words(language.taal)["zinnen"]["onderbroken"].format(**said))
    sentence = rulebook.zinnen[language.taal]["niet-van-kracht" if after else "niet-meer-van-kracht"]
    raise NotThereError(sentence.format(**said))


def _meant(text: str) -> date | None:
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
