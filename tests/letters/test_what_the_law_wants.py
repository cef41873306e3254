"""What the law wants told is in the letter, by the article that wants it; and nothing of anyone's health where it does
not. Letters of the worked cases: a row or a paragraph by its id."""

from collections.abc import Iterator, Mapping

import pytest

from tests.letters.letters import CASES, letter
from verlof_api.letters import Brief, LetterWriter, als_tekst
from verlof_api.letters.writer import Alinea, Particulars

# Per leave and letter: what its article wants, as ids of rows and paragraphs. More than one id: any of them tells it.
WANTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    # Wazo 3:3 lid 1 a: the day on which the leave starts, and the statement of the due date (3:1 lid 2)
    "wazo.zwangerschapsverlof/melding": {"first day": ("eerste-dag",), "due date": ("uitgerekend",)},
    # Wazo 3:3 lid 1 b: the birth
    "wazo.bevallingsverlof/melding": {"the birth": ("geboren",)},
    # Wazo 3:3 lid 2: admission and discharge of the child
    "wazo.bevallingsverlof-ziekenhuis/melding": {"admission and discharge": ("opname",)},
    # Wazo 3:3 lid 3: the extent of the leave
    "wazo.adoptieverlof/melding": {"first day": ("eerste-dag",), "extent": ("uren", "laatste-dag")},
    "wazo.pleegzorgverlof/melding": {"first day": ("eerste-dag",), "extent": ("uren", "laatste-dag")},
    # Wazo 3:1 lid 6: the spread that is asked for, and that the first six weeks stay whole
    "wazo.bevallingsverlof-gespreid/verzoek": {"spread": ("verdeling",), "one piece": ("aan-een-stuk",)},
    # Wazo 4:3 lid 1: the reason, and 4:1 lid 2 whom it is about
    "wazo.calamiteitenverlof/melding": {"reason": ("gebeurtenis",), "when": ("eerste-dag",)},
    # Wazo 4:3 lid 2: period, whole weeks, spread
    "wazo.geboorteverlof/melding": {
        "first day": ("eerste-dag",),
        "last day": ("laatste-dag",),
        "spread": ("verdeling",),
    },
    "wazo.aanvullend-geboorteverlof/melding": {
        "first day": ("eerste-dag",),
        "last day": ("laatste-dag",),
        "weeks": ("weken",),
        "spread": ("verdeling",),
    },
    # Wazo 5:3: reason, extent, way of taking, probable duration
    "wazo.kortdurend-zorgverlof/melding": {
        "reason": ("reden",),
        "extent": ("uren",),
        "spread": ("verdeling",),
        "duration": ("laatste-dag",),
    },
    # Wazo 5:11 lid 1: reason, person, first day, extent, intended duration, spread
    "wazo.langdurend-zorgverlof/verzoek": {
        "reason": ("reden",),
        "person": ("persoon",),
        "first day": ("eerste-dag",),
        "extent": ("uren",),
        "duration": ("laatste-dag",),
        "spread": ("verdeling",),
    },
    # Wazo 6:5 lid 1, 2: period, hours a week, spread
    "wazo.ouderschapsverlof/melding": {
        "first day": ("eerste-dag",),
        "last day": ("laatste-dag",),
        "hours": ("uren-per-week",),
        "spread": ("verdeling",),
    },
    "wazo.betaald-ouderschapsverlof/melding": {
        "first day": ("eerste-dag",),
        "last day": ("laatste-dag",),
        "hours": ("uren-per-week",),
        "spread": ("verdeling",),
    },
    # Wfw 2 lid 3: the day on which it starts, the extent, the spread, the times, the place
    "wfw.arbeidsduur/verzoek": {"first day": ("eerste-dag",), "hours": ("uren-straks",), "spread": ("verdeling",)},
    "wfw.werktijd/verzoek": {"first day": ("eerste-dag",), "times": ("tijden",)},
    "wfw.arbeidsplaats/verzoek": {"first day": ("eerste-dag",), "place": ("werkplek",)},
    "wfw.voorspelbaar-werk/verzoek": {"first day": ("eerste-dag",), "what": ("zekerheid",)},
}
WITHOUT_HEALTH = ("wfw.", "bw.", "afspraak.", "wazo.ouderschapsverlof", "wazo.betaald-ouderschapsverlof")
HEALTH = ("ziek", "levensbedreigend", "hulpbehoevend", "toestand", "arts")


def written(letter_writer: LetterWriter, kind: str) -> Iterator[Brief]:
    for name in CASES:
        if name.startswith(f"{kind}/"):
            yield letter(letter_writer, name)


def told(brief: Brief) -> set[str]:
    """The ids of everything that stands in it."""
    inside: set[str] = set()
    for part in brief.bladen[0].inhoud:
        if isinstance(part, Particulars):
            inside |= {id for id, _, _ in part.regels}
        elif isinstance(part, Alinea):
            inside.add(part.id)
    return inside


@pytest.mark.parametrize("kind", sorted(WANTED))
def test_what_the_article_wants_is_in_every_letter(letter_writer: LetterWriter, kind: str) -> None:
    letters = list(written(letter_writer, kind))
    assert letters, f"no worked letter of {kind}"
    for brief in letters:
        if brief.variant == "verzoek" and "vroeg-eerder" in told(brief):
            continue  # holds the employer to what was asked before
        missing = [what for what, ids in WANTED[kind].items() if not told(brief) & set(ids)]
        assert missing == [], als_tekst(brief)


def test_every_leave_that_is_asked_for_or_notified_by_law_is_looked_at(letter_writer: LetterWriter) -> None:
    ordinary = {f"{leave}/{letter_writer.ordinary_variant(leave)}" for leave in letter_writer.brieven.verlofsoorten}
    of_law = {kind for kind in ordinary if kind.startswith(("wazo.", "wfw.")) and not kind.endswith("herinnering-uwv")}
    # The partner of a mother who died announces that he takes it; kraamverlof ended in 2018.
    assert of_law - set(WANTED) == {"wazo.bevallingsverlof-partner/melding", "wazo.kraamverlof/melding"}


def test_no_health_stands_where_the_law_does_not_ask_for_it(letter_writer: LetterWriter) -> None:
    for name in CASES:
        if name.startswith(WITHOUT_HEALTH):
            text = als_tekst(letter(letter_writer, name)).lower()
            assert [word for word in HEALTH if word in text.split()] == [], name
