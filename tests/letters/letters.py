"""The letters that are kept as files: what they are about (brieven.yaml) and how they read (golden/*.txt).

`python -m tests.letters.letters` writes the files anew; then read the difference as a jurist would. Where a letter has
no case, or a case has no letter, it says so and leaves the files as they were.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import orjson
import yaml

from tests.support.real_rules import real_library, real_situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.intake import InputErrors, Intake, parse
from verlof_api.letters import Brief, LetterWriter, NoLetterError, als_bericht, als_tekst

Cases = Mapping[str, Mapping[str, Any]]

HERE: Final = Path(__file__).parent
GOLDEN: Final = HERE / "golden"
CASES: Final[Cases] = yaml.load((HERE / "brieven.yaml").read_text(), yaml.CSafeLoader)


def make_schrijver(beoordelaar: Beoordelaar) -> LetterWriter:
    return LetterWriter(beoordelaar, real_library().brieven, real_library().writers.weigeringen.judge.outcomes_of_facts)


def situation(letter_writer: LetterWriter, case: Mapping[str, object]) -> Situatie:
    """The situation of a case, read the way a client sends it."""
    return Intake(letter_writer.beoordelaar.rulebook, real_situations()).situatie(parse(orjson.dumps(case)), date.min)


def letter(letter_writer: LetterWriter, name: str, taal: str = "nl", cases: Cases = CASES) -> Brief:
    verlofsoort, variant, _ = name.split("/")
    return letter_writer.write(situation(letter_writer, cases[name]), verlofsoort, variant, taal)


def file_of(name: str, folder: Path = GOLDEN) -> Path:
    return folder / f"{name.replace('/', '.')}.txt"


def page(letter_writer: LetterWriter, name: str, cases: Cases = CASES) -> str:
    """What a jurist reads: the facts, the verdict and the sources, then the letter in Dutch and in English, and the
    message of three lines in both."""
    brief, case = letter(letter_writer, name, cases=cases), cases[name]
    bronnen = sorted({" ".join(filter(None, (b.wet, b.artikel, b.lid and f"lid {b.lid}"))) for b in brief.bronnen})
    head = [
        f"Peildatum: {case['peildatum']}",
        f"Feiten: {', '.join(f'{fact} = {value}' for fact, value in case['feiten'].items())}",
        f"Oordeel: {brief.oordeel}, met de wet zoals die geldt sinds {brief.geldig.van.isoformat()}",
        f"Genoemde bronnen: {', '.join(bronnen) or 'geen'}",
    ]
    rule = "\n" + "-" * 76 + "\n\n"
    english = letter(letter_writer, name, "en", cases)
    messages = als_bericht(brief) + "\n" + als_bericht(english)
    return rule.join(["\n".join(head) + "\n", als_tekst(brief), als_tekst(english), messages])


def without_a_case(letter_writer: LetterWriter, cases: Cases = CASES) -> list[str]:
    """Every kind of letter that a leave has and no case is about, as `leave/letter`."""
    kept = {name.rpartition("/")[0] for name in cases}
    leaves = letter_writer.brieven.verlofsoorten
    return [f"{leave}/{kind}" for leave in leaves for kind in leaves[leave].varianten if f"{leave}/{kind}" not in kept]


def write_anew(letter_writer: LetterWriter, golden: Path = GOLDEN, cases: Cases = CASES) -> list[str]:
    """Write every letter into `golden`, in place of what is there; none when something is wrong, which it gives."""
    problems = [f"{name}: geen geval in brieven.yaml" for name in without_a_case(letter_writer, cases)]
    with tempfile.TemporaryDirectory(dir=golden.parent) as beside:
        made = Path(beside) / golden.name
        made.mkdir()
        for name in cases:
            try:
                file_of(name, made).write_text(page(letter_writer, name, cases))
            except (NoLetterError, InputErrors, ValueError) as error:
                problems += [f"{name}: {why}" for why in _why_not(error)]
        if not problems:
            shutil.rmtree(golden, ignore_errors=True)
            made.rename(golden)
    return problems


def _why_not(error: Exception) -> Iterator[str]:
    """Why a case has no letter: its verdict and the facts to tell, or what is wrong with what it tells."""
    if isinstance(error, NoLetterError):
        yield f"{error.code}. {error.reden}"
        if error.ontbrekende_feiten:
            yield f"vertel in brieven.yaml ook {', '.join(error.ontbrekende_feiten)}"
    elif isinstance(error, InputErrors):
        yield from (f"{each['in']}: {each['melding']}" for each in error.in_taal("nl"))
    else:
        yield "een geval heet naar verlof, soort brief en wat het laat zien: wazo.geboorteverlof/melding/recht"


def main() -> None:
    problems = write_anew(make_schrijver(real_library().beoordelaar))
    if problems:
        sys.exit("\n".join([*problems, f"{GOLDEN.name}/ bleef zoals het was."]))


if __name__ == "__main__":
    main()
