"""The letters that are kept as files: what they are about (brieven.yaml) and how they read (golden/*.txt).

`python -m tests.letters.letters` writes the files anew; then read the difference as a jurist would.
"""

from datetime import date
from pathlib import Path

import orjson
import yaml

from tests.support.real_rules import real_library, real_situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.intake import Intake, parse
from verlof_api.letters import Brief, LetterWriter, als_tekst

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
CASES = yaml.load((HERE / "brieven.yaml").read_text(), yaml.CSafeLoader)


def make_schrijver(beoordelaar: Beoordelaar) -> LetterWriter:
    return LetterWriter(beoordelaar, real_library().brieven, real_library().writers.weigeringen.judge.outcomes_of_facts)


def situation(letter_writer: LetterWriter, case: dict[str, object]) -> Situatie:
    """The situation of a case, read the way a client sends it."""
    return Intake(letter_writer.beoordelaar.rulebook, real_situations()).situatie(parse(orjson.dumps(case)), date.min)


def letter(letter_writer: LetterWriter, name: str, taal: str = "nl") -> Brief:
    verlofsoort, variant, _ = name.split("/")
    return letter_writer.write(situation(letter_writer, CASES[name]), verlofsoort, variant, taal)


def file_of(name: str) -> Path:
    return GOLDEN / f"{name.replace('/', '.')}.txt"


def page(letter_writer: LetterWriter, name: str) -> str:
    """What a jurist reads: the facts, the verdict and the sources, then the letter in Dutch and in English."""
    brief, case = letter(letter_writer, name), CASES[name]
    bronnen = sorted({" ".join(filter(None, (b.wet, b.artikel, b.lid and f"lid {b.lid}"))) for b in brief.bronnen})
    head = [
        f"Peildatum: {case['peildatum']}",
        f"Feiten: {', '.join(f'{fact} = {value}' for fact, value in case['feiten'].items())}",
        f"Oordeel: {brief.oordeel}, met de wet zoals die geldt sinds {brief.geldig.van.isoformat()}",
        f"Genoemde bronnen: {', '.join(bronnen) or 'geen'}",
    ]
    rule = "\n" + "-" * 76 + "\n\n"
    return rule.join(["\n".join(head) + "\n", als_tekst(brief), als_tekst(letter(letter_writer, name, "en"))])


def main() -> None:
    letter_writer = make_schrijver(real_library().beoordelaar)
    GOLDEN.mkdir(exist_ok=True)
    for file in GOLDEN.glob("*.txt"):
        file.unlink()
    for name in CASES:
        file_of(name).write_text(page(letter_writer, name))


if __name__ == "__main__":
    main()
