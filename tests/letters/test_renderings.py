"""One letter as text, HTML and .docx: the same words, the open places marked, nobody named, nothing fetched."""

from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from tests.letters.letters import letter
from verlof_api.letters import LetterWriter, als_docx, als_html, als_tekst
from verlof_api.letters import docx as word
from verlof_api.letters.html import marked

NAME = "wazo.langdurend-zorgverlof/verzoek/recht"


class Page(HTMLParser):
    """What stands on a page: its tags with their attributes, its text, and what is marked."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.marked: list[str] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside != "style" and data.strip():
            self.text.append(data.strip())
        if self._inside == "mark":
            self.marked.append(data)


def squeezed(text: str) -> str:
    """`text` without what only lays it out: in HTML the colon after a label comes from the style sheet."""
    return "".join(text.replace(":", "").replace("\n- ", "").split())


@pytest.fixture(scope="module", params=["nl", "en", "nl+en"])
def taal(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_html_runs_nothing_and_fetches_nothing(letter_writer: LetterWriter, taal: str) -> None:
    page = Page(als_html(letter(letter_writer, NAME, taal)))
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert not [attrs for _, attrs in page.tags if any(name.startswith("on") or name == "src" for name in attrs)]


def test_html_says_in_which_language_each_part_is(letter_writer: LetterWriter, taal: str) -> None:
    page = Page(als_html(letter(letter_writer, NAME, taal)))
    spoken = {attrs["lang"] for _, attrs in page.tags if "lang" in attrs}
    assert spoken == set(taal.split("+"))


def test_every_open_place_is_marked_in_html_and_docx(letter_writer: LetterWriter) -> None:
    brief = letter(letter_writer, NAME)
    document = docx.Document(BytesIO(als_docx(brief)))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    highlighted = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert highlighted == Page(als_html(brief)).marked
    assert "[je naam]" in highlighted
    assert all(text.startswith("[") for text in highlighted)


def test_text_html_and_docx_have_the_same_words(letter_writer: LetterWriter) -> None:
    brief = letter(letter_writer, NAME)
    document = docx.Document(BytesIO(als_docx(brief)))
    text = squeezed(als_tekst(brief))
    assert squeezed(" ".join(paragraph.text for paragraph in document.paragraphs)) == text
    assert squeezed(" ".join(Page(als_html(brief)).text[1:])) == text  # the first is the title of the page


def test_docx_names_nobody_and_has_the_day_of_the_letter(letter_writer: LetterWriter) -> None:
    brief = letter(letter_writer, NAME)
    properties = docx.Document(BytesIO(als_docx(brief))).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == "Verzoek om langdurend zorgverlof"
    assert properties.created is not None
    assert properties.created.date() == brief.datum


def test_two_languages_stand_next_to_each_other_with_dutch_on_the_left(letter_writer: LetterWriter) -> None:
    brief = letter(letter_writer, NAME, "nl+en")
    (table,) = docx.Document(BytesIO(als_docx(brief))).tables
    left, right = zip(*([cell.text for cell in row.cells] for row in table.rows), strict=True)
    assert (left[4], right[4]) == ("Beste [naam],", "Dear [name],")
    line = next(line for line in als_tekst(brief).splitlines() if "Beste" in line)
    assert line.split() == ["Beste", "[naam],", "|", "Dear", "[name],"]


def test_the_same_letter_is_the_same_file_to_the_byte(letter_writer: LetterWriter) -> None:
    files = {als_docx(letter(letter_writer, NAME, taal)) for taal in ("nl+en", "en", "nl+en")}
    assert len(files) == 2


def test_python_docx_is_asked_once_for_all_letters(
    letter_writer: LetterWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    word.prepare()
    monkeypatch.setattr(docx, "Document", None)
    assert als_docx(letter(letter_writer, NAME)).startswith(b"PK")


def test_what_a_letter_does_not_say_in_word_is_not_left_there_by_its_mould(letter_writer: LetterWriter) -> None:
    with ZipFile(BytesIO(als_docx(letter(letter_writer, NAME, "en")))) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(names) == len(set(names))
        told = {name: package.read(name) for name in names if name.endswith((".xml", ".rels"))}
    assert all(b"python-docx" not in part and b"http://localhost" not in part for part in told.values())


def test_what_looks_like_xml_in_a_letter_is_text_in_word(letter_writer: LetterWriter) -> None:
    brief = letter(letter_writer, NAME)
    sheet = replace(brief.bladen[0], aanhef="Beste <w:p> & [naam]")
    document = docx.Document(BytesIO(als_docx(replace(brief, bladen=(sheet,)))))
    assert "Beste <w:p> & [naam]" in [paragraph.text for paragraph in document.paragraphs]


def test_what_looks_like_html_in_the_words_is_escaped() -> None:
    assert str(marked("<b> [a<b]")) == "&lt;b&gt; <mark>[a&lt;b]</mark>"
