"""A Word file is not only well formed: LibreOffice opens it, and what it shows is the letter, word for word."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.letters.letters import CASES, letter
from verlof_api.letters import LetterWriter, als_docx, als_tekst

ONE_PER_LETTER = list({name.split("/")[1]: name for name in CASES}.values())


def office() -> str:
    path = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    assert path, "this test needs an office: apt-get install --no-install-recommends libreoffice-writer"
    return path


def opened(folder: Path, form: str, *files: Path) -> list[Path]:
    """The files as LibreOffice writes them in another form, with a profile of its own."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office(), profile, "--headless", "--convert-to", form, "--outdir", str(folder / "out"), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / "out" / f"{file.stem}.{form.partition(':')[0]}" for file in files]


def words(text: str) -> list[str]:
    """Its words, without what only lays it out: bullets, and the hyphens of a broken line."""
    return sorted(word for word in text.replace("•", " ").replace("- ", " ").split() if any(map(str.isalnum, word)))


@pytest.mark.long
@pytest.mark.parametrize("taal", ["nl", "en", "nl+en"])
def test_every_kind_of_letter_opens_and_says_the_same(letter_writer: LetterWriter, tmp_path: Path, taal: str) -> None:
    briefs = [letter(letter_writer, name, taal) for name in ONE_PER_LETTER]
    files = [tmp_path / f"{number}.docx" for number in range(len(briefs))]
    for file, brief in zip(files, briefs, strict=True):
        file.write_bytes(als_docx(brief))
    pages = opened(tmp_path, "pdf", *files)
    for brief, page in zip(briefs, pages, strict=True):
        shown = subprocess.run(["pdftotext", "-layout", str(page), "-"], check=True, capture_output=True, text=True)
        told = words(als_tekst(brief))
        assert len(told) > 50
        assert words(shown.stdout) == told, brief.variant
