"""The sentences of the program: a language has all of them, no others, and each with the values that belong in it."""

from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest

from verlof_api.law import RulebookError
from verlof_api.phrases import WORDS, all_phrases, load_phrases, phrases_in

FILES = {
    "groet.yaml": """\
        welkom: [naam]
        dag: []
        boom: meervoud
        stop: woorden
        """,
    "xx/taal.yaml": """\
        locale: en-GB
        stemmer: english
        """,
    "xx/groet.yaml": """\
        welkom: "Hello {naam}."
        dag: Goodbye.
        boom: {one: tree, other: trees}
        stop: [stop, halt]
        """,
}


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A folder with one file and one language, to change and to load."""
    for file, text in FILES.items():
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text))
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))


def mistakes(root: Path) -> list[str]:
    with pytest.raises(RulebookError) as wrong:
        load_phrases(root)
    return [str(error) for error in wrong.value.errors]


def test_a_sentence_is_found_by_its_language_its_file_and_its_name(words: Path) -> None:
    assert load_phrases(words)["xx"]["groet"]["welkom"].format(naam="Kim") == "Hello Kim."


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("dag: Goodbye.\n", "", "xx/groet.yaml:1: `dag` heeft geen tekst"),
        ("dag: Goodbye.", "dag:", "xx/groet.yaml:2: dag: hier hoort een zin"),
        ("dag: Goodbye.", "dag: [Bye]", "xx/groet.yaml:2: dag: hier hoort een zin"),
        ("dag: Goodbye.", 'dag: "Bye {naam}"', "xx/groet.yaml:2: dag: {naam} wordt hier niet ingevuld"),
        ("Hello {naam}.", "Hello.", "xx/groet.yaml:1: welkom: de waarde {naam} ontbreekt"),
        ("Hello {naam}.", "Hello {naam:>9}.", "xx/groet.yaml:1: welkom: tussen accolades hoort alleen een naam"),
        (
            "Hello {naam}.",
            "Hello {naam.",
            "xx/groet.yaml:1: welkom: de accolades kloppen niet: een waarde staat er als {naam}",
        ),
        ("{one: tree, other: trees}", "{other: trees}", "xx/groet.yaml:3: `boom.one` heeft geen tekst"),
        ("other: trees}", "other: trees, few: x}", "xx/groet.yaml:3: niets gebruikt `boom.few`"),
        ("[stop, halt]", "[]", "xx/groet.yaml:4: stop: hier hoort een lijst van woorden"),
        ("dag: Goodbye.", "dag: Goodbye.\navond: Evening.", "xx/groet.yaml:3: niets gebruikt `avond`"),
        (
            "dag: Goodbye.",
            "dag: Goodbye.\ndag: Bye.",
            "xx/groet.yaml:3: de sleutel `dag` staat er twee keer: haal er een weg",
        ),
    ],
)
def test_a_sentence_that_does_not_fit_is_a_mistake_with_its_place(
    words: Path, old: str, new: str, mistake: str
) -> None:
    change(words / "xx" / "groet.yaml", old, new)
    assert mistakes(words) == [f"words/{mistake}"]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("en-GB", "qq-QQ", "xx/taal.yaml:1: `qq-QQ` is geen locale van CLDR, zoals nl-NL"),
        ("english", "klingon", "xx/taal.yaml:2: `klingon` is geen stemmer van Snowball"),
        ("stemmer: english", "toon: luid", "xx/taal.yaml:1: `stemmer` ontbreekt"),
        (
            "english",
            'english\nklanken: [{hoor: "(", als: x}]',
            "xx/taal.yaml:3: een klank is {hoor: een patroon, als: wat",
        ),
    ],
)
def test_a_property_that_the_world_does_not_know_is_a_mistake(words: Path, old: str, new: str, mistake: str) -> None:
    change(words / "xx" / "taal.yaml", old, new)
    assert any(each.startswith(f"words/{mistake}") for each in mistakes(words))


def test_a_file_too_few_or_too_many_is_a_mistake(words: Path) -> None:
    (words / "xx" / "groet.yaml").rename(words / "xx" / "groeten.yaml")
    assert mistakes(words) == [
        "words/xx/groet.yaml:1: dit bestand ontbreekt",
        "words/xx/groeten.yaml:1: niets gebruikt dit bestand",
    ]


def test_all_mistakes_of_all_languages_are_told_at_once(words: Path) -> None:
    copytree(words / "xx", words / "yy")
    for taal in ("xx", "yy"):
        change(words / taal / "groet.yaml", "dag: Goodbye.\n", "")
    assert len(mistakes(words)) == 2


def test_a_word_has_a_form_for_every_kind_of_number_that_its_language_knows(words: Path) -> None:
    change(words / "xx" / "taal.yaml", "en-GB", "pl-PL")
    assert [each.partition(": ")[2] for each in mistakes(words)] == [
        "`boom.few` heeft geen tekst",
        "`boom.many` heeft geen tekst",
    ]


@pytest.mark.parametrize(("number", "form"), [(1, "tree"), (0, "trees"), (2, "trees")])
def test_a_number_chooses_the_form_of_a_word(words: Path, number: int, form: str) -> None:
    english = load_phrases(words)["xx"]
    assert english.counted(english["groet"]["boom"], number) == form


def test_every_sentence_of_the_program_is_there_in_every_language() -> None:
    assert set(all_phrases()) == {path.name for path in WORDS.iterdir() if path.is_dir()} >= {"nl", "en"}


def test_a_language_that_the_program_does_not_speak_is_named() -> None:
    with pytest.raises(RulebookError, match=r"^words/qq/taal\.yaml:1: dit bestand ontbreekt$"):
        phrases_in("qq")
