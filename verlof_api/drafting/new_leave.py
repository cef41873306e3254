"""Begin a new leave: every file it needs, with open places, and its name wherever it has to stand.

Nothing of the law is made up here. What only the law can say is an open place, and rules with one do not load.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from babel import Locale

from verlof_api.drafting.draft import Draft, DraftError, shown
from verlof_api.drafting.edits import added_to_list, added_to_mapping
from verlof_api.drafting.emit import scalar
from verlof_api.drafting.writing import Templates, open_place
from verlof_api.law.strict_yaml import Document, parse
from verlof_api.law.talen import TAAL_VAN_DE_WET, talen_in
from verlof_api.letters.book import SHARED as LETTERS
from verlof_api.situations.levenssituaties import SITUATIES

REFUSALS = "weigeringen.yaml"
_BILL, _AGREEMENT = "voorstel", "afspraak"
_FILLS_IN: Final = re.compile(r"^[^#\n]*\buitwijk: true\b", re.MULTILINE)
# What is used after what the law gives, the bills last: nobody can use them yet.
_LATER: Final = {_AGREEMENT: 1, _BILL: 2}


@dataclass(frozen=True)
class NewLeave:
    """What is known of a leave that begins. `van`: the first day of the law. `artikel`: what gives the right.

    `voorwaarden`: names for its conditions, beside that of being an employee; at least one. `situaties`: the life
    situations that lead to it.
    """

    id: str
    van: date | None
    artikel: str | None
    voorwaarden: Sequence[str]
    situaties: Sequence[str]
    zonder_brief: bool

    @property
    def wet(self) -> str:
        return self.id.partition(".")[0]

    @property
    def kort_id(self) -> str:
        return self.id.partition(".")[2]


class LeaveDrafter:
    """Drafts leaves in one rules folder, which need not load: a leave that is half filled in may stand beside it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._templates = Templates(root)

    def draft(self, leave: NewLeave) -> Draft:
        """All files to make and to change. Raises DraftError when this leave cannot begin here."""
        self._refuse(leave)
        draft = Draft()
        bill = self._bill_of(leave)
        self._own_files(draft, leave)
        if leave.zonder_brief:
            self._list(draft, LETTERS, ("zonderBrief",), leave.id, "zonder brief")
        for situatie in self._situations(leave, bill):
            before = self._first_after(leave.id, situatie)
            self._list(draft, SITUATIES, (situatie, "verlofsoorten"), leave.id, situatie, before)
        if bill is not None and leave.van is not None:
            self._end(draft, bill, leave, leave.van)
        self._contract(draft, leave)
        return draft

    def advice(self, draft: Draft, leave: NewLeave) -> str:
        """What was written, and what to do next."""
        situations = self._root / SITUATIES
        return self._templates.write(
            "nieuw.txt",
            id=leave.id,
            gemaakt=[str(shown(path)) for path in draft.made],
            gewijzigd=[(str(shown(path)), draft.what[path]) for path in draft.changed],
            zonder_situatie=situations.is_file() and situations not in draft.changed,
            oud=self._named_elsewhere(draft, leave),
        )

    def _refuse(self, leave: NewLeave) -> None:
        if not re.search(self._templates.pattern("verlofsoort"), leave.id):
            raise DraftError(f"`{leave.id}` kan niet: een id is de wet, een punt en een naam, zoals wazo.rouwverlof.")
        if leave.wet == _BILL:
            raise DraftError("Een voorstel heeft bijna niets: kopieer een map in `voorstel/` en pas die aan.")
        if self._folder(leave.id).exists():
            raise DraftError(f"{shown(self._folder(leave.id))} bestaat al, en blijft zoals het is.")
        known = self._read(SITUATIES)
        unknown = [each for each in leave.situaties if known is None or each not in known.data]
        if unknown:
            raise DraftError(f"Deze levenssituatie bestaat niet: {', '.join(unknown)}.")

    def _own_files(self, draft: Draft, leave: NewLeave) -> None:
        refusals, letters = self._read(REFUSALS), self._read(LETTERS)
        names, worded = ["regel.yaml", "scenarios.yaml"], {"tekst": "tekst"}
        if refusals is not None:
            names.append("weigering.yaml")
        if letters is not None and not leave.zonder_brief:
            names.append("brief.yaml")
            worded["brief"] = "brief-tekst"
        values = {
            "id": leave.id,
            "naam": leave.kort_id.replace("-", " ").capitalize(),
            "kop": leave.id.replace(".", "-"),
            "van": leave.van or open_place("de eerste dag van de wet"),
            "eerste": _quoted(leave.van) or open_place("de eerste dag van de wet"),
            "ervoor": _quoted(leave.van and leave.van - timedelta(days=1)) or open_place("de dag voor de wet"),
            "bron": scalar(leave.artikel) if leave.artikel else open_place("het artikel, met zijn lid"),
            "voorwaarden": leave.voorwaarden,
            "profielen": ", ".join(refusals.data["profielen"]) if refusals else "",
            "brieven": ", ".join(letters.data["varianten"]) if letters else "",
        }
        folder = self._folder(leave.id)
        for name in names:
            draft.made[folder / name] = self._templates.write(name, **values)
        for taal in talen_in(self._root):
            translated = "" if taal == TAAL_VAN_DE_WET else ".vertaald"
            for name, template in worded.items():
                text = self._templates.write(f"{template}{translated}.yaml", **values, taal=_language(taal))
                draft.made[folder / f"{name}.{taal}.yaml"] = text

    def _bill_of(self, leave: NewLeave) -> str | None:
        """The bill that this law was, by its name; None when there was none, or when it has been followed already."""
        bill = f"{_BILL}.{leave.kort_id}"
        document = self._read(self._rule(bill))
        return bill if document is not None and "opgevolgd-door" not in document.data else None

    def _situations(self, leave: NewLeave, bill: str | None) -> list[str]:
        """Those that were asked for, and those that lead to the bill."""
        document = self._read(SITUATIES)
        if document is None:
            return []
        of_bill = [id for id, each in document.data.items() if bill in each.get("verlofsoorten", ())]
        return list(dict.fromkeys([*leave.situaties, *of_bill]))

    def _end(self, draft: Draft, bill: str, leave: NewLeave, van: date) -> None:
        """Let the bill end on the day before the law, and say what it became."""
        path = self._root / self._rule(bill)
        last_day = van - timedelta(days=1)
        text = added_to_mapping(draft.text(path), (), "opgevolgd-door", leave.id, after="anker")
        text = added_to_mapping(text, ("versies", -1, "geldig"), "tot", last_day.isoformat(), after="van")
        draft.change(path, text, f"eindigt op {last_day} en noemt {leave.id}")

    def _contract(self, draft: Draft, leave: NewLeave) -> None:
        """The list of leaves in the contract of the API, where that stands beside the rules."""
        path = self._root.resolve().parent / "openapi.yaml"
        place = ("components", "schemas", "VerlofsoortId", "enum")
        if path.is_file():
            draft.change(path, added_to_list(draft.text(path), place, leave.id), place[2])

    def _first_after(self, id: str, situatie: str) -> str | None:
        """The first leave of a situation that is used after this one: what the law gives goes before what only fills
        in or is agreed, and that before a bill. None when there is none."""
        document = self._read(SITUATIES)
        named = document.data[situatie].get("verlofsoorten", ()) if document is not None else ()
        return next((each for each in named if self._rank(each) > self._rank(id)), None)

    def _rank(self, id: str) -> int:
        wet = id.partition(".")[0]
        if wet in _LATER:
            return _LATER[wet]
        path = self._root / self._rule(id)
        return _LATER[_AGREEMENT] if path.is_file() and _FILLS_IN.search(path.read_text("utf-8")) else 0

    def _list(
        self, draft: Draft, file: str, place: tuple[str, ...], id: str, what: str, before: str | None = None
    ) -> None:
        path = self._root / file
        try:
            text = added_to_list(draft.text(path), place, id, before=before)
        except LookupError as error:
            raise DraftError(f"{file} heeft bij {what} geen lijst van verlofsoorten. Kies een andere.") from error
        draft.change(path, text, what)

    def _named_elsewhere(self, draft: Draft, leave: NewLeave) -> list[str]:
        """Where the bill that this law was still stands, in files that the draft leaves alone."""
        bill = self._bill_of(leave)
        if bill is None:
            return []
        found = []
        for path in sorted(self._root.rglob("*.yaml")):
            if path in draft.changed or self._folder(bill) in path.parents:
                continue
            for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
                if bill in line:
                    found.append(f"{path.relative_to(self._root).as_posix()}:{number}")
        return found

    def _folder(self, id: str) -> Path:
        return self._root.joinpath(*id.split("."))

    def _rule(self, id: str) -> str:
        return f"{id.replace('.', '/')}/regel.yaml"

    def _read(self, file: str) -> Document | None:
        """A file of the folder; None when it is not there, or holds nothing that can be read."""
        path = self._root / file
        document = parse(path.read_text("utf-8"), file) if path.is_file() else None
        return document if document is not None and document.data is not None else None


def _quoted(day: date | None) -> str | None:
    return None if day is None else f"'{day}'"


def _language(taal: str) -> str:
    """The Dutch name of a language."""
    return Locale(taal).get_language_name(TAAL_VAN_DE_WET) or taal
