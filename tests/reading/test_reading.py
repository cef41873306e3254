"""A version of a leave written out, and its versions side by side."""

from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.letters import LetterWriter
from verlof_api.pages import Style
from verlof_api.reading import NotThereError, Reader, check_in_force, day_of, in_force, page
from verlof_api.reading.model import Entry, Reading
from verlof_api.reading.versions import VersionCell, VersionRow, side_by_side
from verlof_api.terminal import read_aloud

BOOMVERLOF = "wazo.boomverlof"
OLD, NEW = date(2010, 1, 1), date(2024, 3, 1)


@pytest.fixture(scope="session")
def kaart(letter_writer: LetterWriter) -> Mapping[str, Any]:
    return letter_writer.brieven.kaart


@pytest.fixture(scope="session")
def trees_read(pristine: RulesFolder, kaart: Mapping[str, Any]) -> tuple[Reading, ...]:
    return Reader(Beoordelaar(pristine.load()), kaart["nl"], "nl").versions(BOOMVERLOF, NEW)


def entry(reading: Reading, section: str, id: str) -> Entry:
    return next(each for each in reading.sections[section] if each.id == id)


def says(reading: Reading, section: str, id: str) -> dict[str, str]:
    return {each.label: " ".join(each.lines(reading.lexicon)) for each in entry(reading, section, id).said}


def test_a_version_says_what_it_takes_over_from_the_one_before(trees_read: tuple[Reading, ...]) -> None:
    new = in_force(trees_read, NEW)
    assert says(new, "voorwaarden", "nog-tegoed") == {
        "als": '"opgenomenUren (nl)" is gelijk aan 0 of "opgenomenUren (nl)" is minder dan totaal uren',
        "anders waarschuwen we": "tegoed-op (nl).",
    }
    assert [str(each) for each in entry(new, "voorwaarden", "nog-tegoed").sources] == ["Bomenwet 4:2"]
    assert "boom-geplant" not in [each.id for each in new.sections["voorwaarden"]]


def test_a_version_says_what_is_assumed_and_what_its_names_mean(trees_read: tuple[Reading, ...]) -> None:
    new = in_force(trees_read, NEW)
    assert says(new, "waarden", "laatsteDag") == {"is": '9 weken na "plantdatum (nl)"'}
    assert says(new, "aannames", "gewensteIngangsdatum") == {"is": "de laatste van (eerste dag, peildatum)"}


def test_pay_is_read_with_the_amount_of_the_day(trees_read: tuple[Reading, ...]) -> None:
    paid = says(in_force(trees_read, NEW), "betaling", "uwv-dagloon-1")
    assert (paid["percentage"], paid["hoogste bedrag"]) == ("70", "Maximumdagloon (per dag 100,00 euro)")


def test_an_amount_that_is_not_known_on_the_day_is_said_to_be_unknown(
    pristine: RulesFolder, kaart: Mapping[str, Any]
) -> None:
    late = date(2030, 1, 1)
    reading = in_force(Reader(Beoordelaar(pristine.load()), kaart["nl"], "nl").versions(BOOMVERLOF, late), late)
    assert says(reading, "betaling", "uwv-dagloon-1")["hoogste bedrag"] == (
        "Maximumdagloon (op 1 januari 2030 kennen we geen bedrag)"
    )


def changes(readings: tuple[Reading, ...], section: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    rows = side_by_side(readings)[section]
    return {row.id: [(cell.change, cell.because) for cell in row.cells] for row in rows}


def test_the_table_of_versions_says_of_every_condition_what_changed(trees_read: tuple[Reading, ...]) -> None:
    assert changes(trees_read, "voorwaarden") == {
        "werknemer": [("gelijk", ()), ("gelijk", ())],
        "binnen-vier-weken": [("gelijk", ()), ("werkt-door", ("laatsteDag",))],
        "nog-tegoed": [("gelijk", ()), ("gelijk", ())],
        "gezonde-wortels": [("gelijk", ()), ("gelijk", ())],
        "eigen-tuin": [("geen", ()), ("nieuw", ())],
        "boom-geplant": [("gelijk", ()), ("vervallen", ())],
    }


def test_of_the_rest_the_table_shows_what_ever_changed(trees_read: tuple[Reading, ...]) -> None:
    table = side_by_side(trees_read)
    assert [row.id for row in table["waarden"]] == ["laatsteDag"]
    assert "stappen" not in table
    assert VersionRow("x", "X", (VersionCell("gelijk", trees_read[0].sections["waarden"][0]),)).ever_changed is False


def printed(reading: Reading, beoordelaar: Beoordelaar, taal: str) -> str:
    out = StringIO()
    read_aloud(reading, beoordelaar.languages[taal], Console(file=out, width=100))
    return out.getvalue()


def test_in_the_terminal_each_condition_has_its_articles_and_these_their_links(
    trees_read: tuple[Reading, ...], pristine: RulesFolder
) -> None:
    text = printed(in_force(trees_read, NEW), Beoordelaar(pristine.load()), "nl")
    assert '\n  eigen-tuin (nl) (eigen-tuin)\n    als: "tuin (nl)"\n    Bomenwet 4:2 lid 2\n' in text
    link = "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=4:2&lid=2&z=2020-03-01&g=2020-03-01"
    assert f"\n  Bomenwet 4:2 lid 2  {link}\n" in text
    assert "Deze versie geldt sinds 1 januari 2020." in text


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str, attribute: str) -> list[str]:
        return [value for name, attrs in self.tags if name == tag and (value := attrs.get(attribute)) is not None]


def test_the_page_lets_in_its_own_style_and_nothing_else(
    trees_read: tuple[Reading, ...], pristine: RulesFolder
) -> None:
    html = page(trees_read, NEW, Beoordelaar(pristine.load()).languages["nl"])
    (policy,) = [
        attrs["content"] for tag, attrs in _Page(html).tags if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy is not None
    assert Style.of(html.partition("<style>")[2].partition("</style>")[0]).source in policy
    assert "default-src 'none'" in policy
    assert {"script", "img", "link", "iframe"} & {tag for tag, _ in _Page(html).tags} == set()


def test_words_of_the_rules_are_no_markup_on_the_page(rules: RulesFolder, kaart: Mapping[str, Any]) -> None:
    rules.change("feiten.nl.yaml", "label: tuin (nl)", "label: mijn <b>tuin</b>")
    beoordelaar = Beoordelaar(rules.load())
    html = page(Reader(beoordelaar, kaart["nl"], "nl").versions(BOOMVERLOF, NEW), NEW, beoordelaar.languages["nl"])
    assert "mijn &lt;b&gt;tuin&lt;/b&gt;" in html
    assert "<b>tuin</b>" not in html


def test_every_leave_of_the_rules_is_a_page_whose_links_lead_somewhere(
    real_beoordelaar: Beoordelaar, kaart: Mapping[str, Any]
) -> None:
    reader, language = Reader(real_beoordelaar, kaart["nl"], "nl"), real_beoordelaar.languages["nl"]
    for verlof, soort in real_beoordelaar.rulebook.verlofsoorten.items():
        dag = soort.versies[-1].van
        parsed = _Page(page(reader.versions(verlof, dag), dag, language))
        ids = [attrs["id"] for _, attrs in parsed.tags if "id" in attrs]
        assert len(set(ids)) == len(ids), verlof
        inside = {href[1:] for href in parsed.all("a", "href") if href.startswith("#")}
        assert inside - set(ids) == set(), verlof


@pytest.mark.parametrize("text", ["2-8-2022", "2022-8-2", "20220802", "2/8/2022"])
def test_a_day_written_another_way_is_recognised_but_not_taken(text: str) -> None:
    with pytest.raises(NotThereError, match=rf"`{text}` is geen dag zoals we die schrijven. Bedoel je 2022-08-02\?"):
        day_of(text, "nl")


@pytest.mark.parametrize("text", ["morgen", "2022-02-30", "", "2022"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(NotThereError, match="Schrijf een dag zoals 2022-08-02"):
        day_of(text, "nl")


def test_a_day_without_a_version_is_refused_with_the_days_that_have_one(pristine: RulesFolder) -> None:
    beoordelaar = Beoordelaar(pristine.load())
    with pytest.raises(NotThereError) as refused:
        check_in_force(beoordelaar.rulebook, BOOMVERLOF, date(2009, 12, 31), beoordelaar.languages["nl"])
    assert str(refused.value) == (
        "De wet kende wazo.boomverlof (nl) nog niet op 31 december 2009. Het bestaat sinds 1 januari 2010."
    )
