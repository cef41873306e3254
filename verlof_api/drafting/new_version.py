"""Write a change of law: a new version of a leave, and the scenarios for the day before it and the day itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from babel.dates import format_date

from verlof_api.assessment import Beoordelaar
from verlof_api.checks.schrijfwijzer import CheckedText
from verlof_api.drafting.amendment import Amendment, Changed, at
from verlof_api.drafting.boundary import Boundaries, Boundary
from verlof_api.drafting.comments import comments_at
from verlof_api.drafting.draft import Draft, DraftError, shown
from verlof_api.drafting.edits import added_below, replaced
from verlof_api.drafting.emit import item, scalar, with_quoted_days
from verlof_api.drafting.old_values import texts_with_old_values
from verlof_api.drafting.payments import also_shown
from verlof_api.drafting.writing import Templates, open_place
from verlof_api.law import RulebookError, load_rulebook, open_folder
from verlof_api.law.loader import load_law
from verlof_api.law.strict_yaml import Tree, parse, plain
from verlof_api.law.suggest import Vocabulary
from verlof_api.law.talen import TAAL_VAN_DE_WET
from verlof_api.law.versions import written_out
from verlof_api.library import load_core

_INDENT = 2  # of the items of `versies`


@dataclass(frozen=True)
class ChangeOfLaw:
    """What somebody asks for. `values`: each as `path=value`. `gelezen`: the day of the text that was read."""

    verlof: str
    artikel: str
    vanaf: date
    gelezen: date
    values: Sequence[str]


@dataclass(frozen=True)
class Written:
    """What was written. `shown`: a scenario shows the change, and no place is left open. `hidden`: the places of
    payments that change and that no new scenario surely shows. `computed`: what it expects is not only what was asked
    for. `texts`: those that name an old value.
    `kept_formula`: the size in words, where the size may be another one now and those words are the same.
    `kept_sources`: per part the sources that were there. `comments`: file and line, and what stands there, beside the
    old text."""

    draft: Draft
    changed: Sequence[Changed]
    shown: bool
    hidden: Sequence[int]
    computed: bool
    texts: Sequence[CheckedText]
    kept_formula: str | None
    kept_sources: Mapping[str, str]
    comments: Sequence[tuple[str, str]]


class VersionWriter:
    """Writes changes of law into one rules folder, which must load.

    Raises RulebookError when it does not.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = open_folder(root).or_raise()
        self._law = load_law(self._folder)
        self._rulebook = self._law.or_raise()
        self._templates = Templates(root)

    def write(self, change: ChangeOfLaw) -> Written:
        """Write the change. Raises DraftError, and leaves every file as it was, when it cannot be written so."""
        rule = self._file(change.verlof, "regel.yaml")
        newest = self._newest(rule, change)
        amendment = _amendment(newest, change)
        comments = _comments(rule, newest, amendment)
        draft = Draft()
        lines = amendment.lines(change.vanaf, change.gelezen, _INDENT)
        draft.change(rule, added_below(draft.text(rule), ("versies",), lines), f"een versie vanaf {change.vanaf}")
        draft.write()
        try:
            boundaries = self._boundaries(change)
            shown_by, hidden = _chosen(boundaries, amendment.changed)
            computed = _computed(shown_by.values(), amendment.changed)
            scenarios = self._file(change.verlof, "scenarios.yaml")
            said = self._scenarios(change, shown_by, computed)
            draft.change(scenarios, added_below(draft.text(scenarios), (), said), "de dag ervoor en de dag zelf")
            self._end_the_newest(draft, change)
            draft.write()
        except BaseException:
            draft.undo()
            raise
        texts = texts_with_old_values(self._folder, change.verlof, amendment.changed)
        return Written(
            draft,
            amendment.changed,
            bool(boundaries),
            hidden,
            computed,
            texts,
            amendment.kept_formula,
            amendment.kept_sources,
            comments,
        )

    def advice(self, written: Written) -> str:
        """What was written, which texts to mend, and what to do next."""
        return self._templates.write(
            "gewijzigd.txt",
            gewijzigd=[(str(shown(path)), what) for path, what in written.draft.what.items()],
            waarden=written.changed,
            gezien=written.shown,
            ongezien=written.hidden,
            uitgerekend=written.computed,
            formule=written.kept_formula,
            bronnen=written.kept_sources,
            commentaar=written.comments,
            teksten=[
                (f"{each.file}:{each.words.line}", ".".join(each.path), str(each.words)) for each in written.texts
            ],
        )

    def _newest(self, rule: Path, change: ChangeOfLaw) -> Tree:
        """The newest version in full. Raises DraftError when no change can follow on it."""
        soort = self._rulebook.verlofsoorten.get(change.verlof)
        if soort is None:
            meant = Vocabulary(self._rulebook.verlofsoorten).nearest(change.verlof)
            raise DraftError(
                f"Het verlof `{change.verlof}` bestaat niet." + (f" Bedoel je `{meant}`?" if meant else "")
            )
        newest = soort.versies[-1]
        if change.vanaf <= newest.van:
            raise DraftError(
                f"Er is al een versie vanaf {newest.van}. Wijzig die in regel.yaml, of kies een latere dag."
            )
        if newest.tot is not None:
            raise DraftError(f"Dit verlof eindigt op {newest.tot}. Komt het terug? Schrijf die versie dan zelf.")
        try:
            self._rulebook.wetboek.resolve(change.artikel, change.gelezen)
        except ValueError as error:
            raise DraftError(str(error)) from error
        return written_out(parse(rule.read_text("utf-8"), rule.name).located()["versies"], [])[-1]

    def _boundaries(self, change: ChangeOfLaw) -> list[Boundary]:
        """What the new rules, as they are written now, say otherwise than the old ones."""
        old = load_core(self._folder, self._law).or_raise()
        try:
            new = Beoordelaar(load_rulebook(self._root))
        except RulebookError as error:
            raise DraftError("Zo laden de regels niet; er is niets gewijzigd.", *map(str, error.errors)) from error
        return Boundaries(self._root, old, new, change.verlof).find(change.vanaf)

    def _scenarios(self, change: ChangeOfLaw, shown_by: Mapping[str, Boundary], computed: bool) -> list[str]:
        day_before = change.vanaf - timedelta(days=1)
        old, new = (f"Op {_in_words(day)} geldt de {{}} tekst" for day in (day_before, change.vanaf))
        lines = []
        if computed:
            lines.append("# Uitgerekend door de dienst. Reken het na uit het artikel, en haal deze regel dan weg.")
        for what, each in (shown_by or {"": self._open_boundary(change, day_before)}).items():
            head = f"{change.verlof.replace('.', '-')}-{change.vanaf}{what and '-'}{what.replace(' ', '-')}"
            about = f" voor {what}" if what else ""
            sides = (
                (f"{head}-dag-ervoor", old.format("oude") + about, each.vraag_before, each.before),
                (f"{head}-eerste-dag", new.format("nieuwe") + about, each.vraag_after, each.after),
            )
            for name, title, vraag, expected in sides:
                scenario = {"id": name, "titel": title, **vraag, "verwacht": {change.verlof: expected}}
                written = item({**scenario, "bron": change.artikel, "zekerheid": "een-bron"}, 0)
                lines += map(with_quoted_days, written)
        return lines

    def _end_the_newest(self, draft: Draft, change: ChangeOfLaw) -> None:
        """Let the scenarios that expect no end of the version that was newest expect the day before the change."""
        last_day = change.vanaf - timedelta(days=1)
        for document in self._folder.of_kind("scenarios"):
            path = self._root / document.file
            for index, scenario in enumerate(document.data):
                geldig = scenario["verwacht"].get(change.verlof, {}).get("geldig", {})
                if "tot" in geldig and geldig["tot"] is None:
                    place = (index, "verwacht", change.verlof, "geldig", "tot")
                    text = replaced(draft.text(path), place, f"'{last_day}'")
                    draft.change(path, text, f"{scenario['id']} verwacht nu een laatste dag")

    def _open_boundary(self, change: ChangeOfLaw, day_before: date) -> Boundary:
        """Places to fill in, where no scenario shows the change."""
        anchor = self._rulebook.verlofsoorten[change.verlof].anker
        hint = open_place("feiten waarmee dit verlof er is en de wijziging te zien is").strip('"')

        def vraag(day: date) -> Tree:
            days = {anchor[0]: str(day)} if anchor else {}
            return {"peildatum": str(day), "feiten": {**days, hint: True}}

        old = open_place("de oude waarde, zoals {percentage: 70}").strip('"')
        new = open_place("de nieuwe waarde").strip('"')
        expected = {"oordeel": "recht"}
        return Boundary(
            vraag(day_before), vraag(change.vanaf), {**expected, "betaling": old}, {**expected, "betaling": new}
        )

    def _file(self, verlof: str, name: str) -> Path:
        return self._root.joinpath(*verlof.split("."), name)


def _amendment(newest: Tree, change: ChangeOfLaw) -> Amendment:
    """The change on top of the newest version. Raises DraftError when it is not one that can be made."""
    amendment = Amendment(plain(newest), change.artikel)
    for value in change.values:
        amendment.set(value)
    return amendment


def _comments(rule: Path, newest: Tree, amendment: Amendment) -> list[tuple[str, str]]:
    """What is said in comments beside what the change writes anew, each with its place."""
    text = rule.read_text("utf-8")
    found = {each: None for place in amendment.places for each in comments_at(text, at(newest, place))}
    return [(f"{shown(rule)}:{line}", said) for line, said in found]


def _chosen(boundaries: Sequence[Boundary], changed: Sequence[Changed]) -> tuple[dict[str, Boundary], list[int]]:
    """The boundaries to write scenarios of, each by what it shows beside the first; and the places of the payments that
    none shows."""
    if not boundaries:
        return {}, []
    first, *others = boundaries
    more, hidden = also_shown(changed, first, others)
    return {"": first, **{f"betaling {place}": each for place, each in more.items()}}, hidden


def _computed(boundaries: Iterable[Boundary], changed: Sequence[Changed]) -> bool:
    """Whether the scenarios expect a value that nobody typed."""
    typed = {each.new for each in changed}
    parts = [part for each in boundaries for part in each.after.values() if isinstance(part, Mapping)]
    expected = [value for part in parts for value in part.values()]
    return any(scalar(value) not in typed for value in expected)


def _in_words(day: date) -> str:
    return format_date(day, "d MMMM y", locale=TAAL_VAN_DE_WET)
