"""Everything that one folder of rules gives: the law ready to answer, its situations, its scenarios and its writers.

This is the one place where a folder is loaded. Whoever answers from a library answers from one folder in everything,
and several libraries can stand side by side in a process.
"""

from dataclasses import dataclass
from pathlib import Path

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.beoordelaar import NO_POINTERS
from verlof_api.calendar.book import load_agenda
from verlof_api.calendar.writer import Agenda
from verlof_api.law.errors import Loaded, attempt
from verlof_api.law.folder import Folder, open_folder
from verlof_api.law.loader import load_law
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.scenarios import Scenario, load_scenarios
from verlof_api.letters.book import load_brieven
from verlof_api.letters.model import Brieven
from verlof_api.letters.writer import LetterWriter
from verlof_api.money.book import load_geldregel
from verlof_api.money.writer import Geldregels
from verlof_api.refusals.answer import Weigeringen
from verlof_api.refusals.book import load_weigeringen
from verlof_api.refusals.judge import RefusalJudge
from verlof_api.situations import SituationBook, load_situaties
from verlof_api.writers import Writers


@dataclass(frozen=True)
class Core:
    """What answers: the law, ready to do so, the situations that people come with, and the cases that try it."""

    beoordelaar: Beoordelaar
    situaties: SituationBook
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True)
class Library:
    """Made once per folder. Nothing in it holds on to the files."""

    core: Core
    writers: Writers

    @property
    def beoordelaar(self) -> Beoordelaar:
        return self.core.beoordelaar

    @property
    def situaties(self) -> SituationBook:
        return self.core.situaties

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return self.core.scenarios

    @property
    def rulebook(self) -> Rulebook:
        return self.core.beoordelaar.rulebook

    @property
    def brieven(self) -> Brieven:
        return self.writers.letter_writer.brieven


def read_library(root: Path) -> Library:
    """The library of the folder `root`. Raises RulebookError with every mistake in every file."""
    return load_library(open_folder(root).or_raise()).or_raise()


def load_library(folder: Folder) -> Loaded[Library]:
    """The library of an open folder."""
    law = load_law(folder)
    core = load_core(folder, law)
    writers = load_writers(folder, law, core)
    library = attempt(lambda: Library(core.or_raise(), writers.or_raise()))
    return Loaded(library.value, (*core.errors, *writers.errors))


def load_core(folder: Folder, law: Loaded[Rulebook]) -> Loaded[Core]:
    """What answers. The situations are held against the law also where that has mistakes of its own, so that one run
    shows them all."""
    if law.value is None:
        return Loaded(None, law.errors)
    situaties = load_situaties(folder, law.value)
    scenarios = load_scenarios(folder)
    pointers = situaties.value.verwijzingen() if situaties.value else NO_POINTERS
    beoordelaar = attempt(lambda: Beoordelaar(law.or_raise(), pointers))
    core = attempt(lambda: Core(beoordelaar.or_raise(), situaties.or_raise(), scenarios.or_raise()))
    return Loaded(core.value, (*beoordelaar.errors, *situaties.errors, *scenarios.errors))


def load_writers(folder: Folder, law: Loaded[Rulebook], core: Loaded[Core]) -> Loaded[Writers]:
    """What writes. Its books are held against the law also where that, or what answers by it, has mistakes."""
    if law.value is None:
        return Loaded(None, law.errors)
    letters = load_brieven(folder, law.value)
    refusals = load_weigeringen(folder, law.value)
    calendar = load_agenda(folder, law.value)
    money = load_geldregel(folder, law.value)
    errors = (*letters.errors, *refusals.errors, *calendar.errors, *money.errors)

    def made() -> Writers:
        beoordelaar = core.or_raise().beoordelaar
        judge = RefusalJudge(beoordelaar, refusals.or_raise())
        letter_writer = LetterWriter(beoordelaar, letters.or_raise(), judge.outcomes_of_facts)
        return Writers(
            letter_writer,
            Weigeringen(judge, letter_writer),
            Agenda(beoordelaar.rulebook, calendar.or_raise()),
            Geldregels(money.or_raise(), beoordelaar.languages),
        )

    if errors:
        return Loaded(None, errors)
    return attempt(made)
