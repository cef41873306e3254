"""A version of a leave as a web page that stands alone: written out, with the versions side by side below it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from jinja2 import Environment
from markupsafe import Markup, escape

from verlof_api.assessment.wording import Language
from verlof_api.language.backends.dutch import Meaning, spoken
from verlof_api.pages import Style, environment, policy
from verlof_api.reading.about import about
from verlof_api.reading.model import AANNAMES, NAMELESS, WAARDEN, Entry, Reading, Said, in_force
from verlof_api.reading.versions import side_by_side
from verlof_api.reading.words import words

_STYLE: Final = Style.read("voorgelezen.css")
_LINKED: Final = (WAARDEN, AANNAMES)


def page(readings: Sequence[Reading], dag: date, language: Language) -> str:
    """The version in force on `dag`, one of `readings`, and what each version says beside it."""
    reading = in_force(readings, dag)
    return (
        _environment(reading)
        .get_template("voorgelezen.html")
        .render(
            reading=reading,
            about=list(about(reading, language)),
            readings=readings,
            groups=side_by_side(readings),
            words=words(language.taal),
            language=language,
            stijl=_STYLE.css,
            policy=policy((_STYLE,), in_page=True),
        )
    )


def _environment(reading: Reading) -> Environment:
    links = _Links(reading)
    env = environment()
    env.filters |= {"lines": links.lines, "spoken": spoken, "name": lambda key: spoken(key.partition("@")[0])}
    env.globals |= {"anchor": links.anchor, "nameless": NAMELESS}
    return env


class _Links:
    """What names become on the page: a link to where the version defines them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._defined = {entry.id for section in _LINKED for entry in reading.sections.get(section, ())}

    def anchor(self, section: str, entry: Entry) -> str | None:
        """Where links to this entry lead; None for what no expression names."""
        return _fragment(entry.id) if section in _LINKED else None

    def lines(self, said: Said, reading: Reading | None = None) -> list[Markup]:
        """The lines of a field of the version that is written out; or of `reading`, without links."""
        if isinstance(said.says, str):
            return [escape(said.says)]
        if reading is not None:
            return [escape(line) for line in said.lines(reading.lexicon)]
        return [Markup(line) for line in said.lines(self._reading.lexicon, self._linked)]  # noqa: S704, as `Mark` says

    def _linked(self, meaning: Meaning, called: str) -> str:
        own = f"{meaning.naam}@{self._reading.verlofsoort}"
        keys = (meaning.naam, own) if meaning.verlof is None else (f"{meaning.naam}@{meaning.verlof}",)
        defined = next((key for key in keys if key in self._defined), None)
        if defined is None or meaning.eigenschap is not None:
            return str(escape(called))
        return str(Markup('<a href="#{}">{}</a>').format(_fragment(defined), called))


def _fragment(key: str) -> str:
    return f"naam-{key.replace('@', '-')}"
