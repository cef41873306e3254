"""A tiny complete rules folder about a law that does not exist, so that no test depends on the real one.

`RulesFolder(path)` writes it; its methods change it the way a jurist would, file by file. Words that a test does not
care about are made up here.
"""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from verlof_api.law import RULES, Folder, Rulebook, RulebookError, load_rulebook, open_folder
from verlof_api.situations import SituationBook, load_situaties

TALEN = ("nl", "en")

FEITEN = """\
arbeidsrelatie: {type: enum, opties: [werknemer, zelfstandige, geen]}
urenPerWeek: {type: number, eenheid: uur, bereik: [0.5, 60]}
leeftijd: {type: int, eenheid: jaar, bereik: [13, 100]}
dagloon: {type: number, eenheid: euro, bereik: [0, 5000]}
uurloon: {type: number, eenheid: euro, bereik: [0, 1000]}
gewensteIngangsdatum: {type: date, wens: true}
gewensteUren: {type: number, eenheid: uur, bereik: [0, 5000], wens: true}
meldingsdatum: {type: date, afwezig: {feit: peildatum}}
opgenomenUren: {type: hours-per-leave, eenheid: uur, bereik: [0, 5000]}
eersteVerlofdag: {type: date-per-leave}
plantdatum: {type: date}
bestelling: {type: date, impliceert: besteld}
besteld: {type: bool, afwezig: {waarde: false}}
boomGeplant: {type: bool}
schriftelijk: {type: bool}
tuin: {type: bool}
aantalBomen: {type: int, bereik: [1, 9], afwezig: {waarde: 1}}
wortelschade: {type: int, eenheid: procent, bereik: [0, 100], afwezig: niet-gebeurd}
vorstperiodes: {type: periods, afwezig: {waarde: []}}
betrokkene: {type: enum, opties: [kind, buur, geen]}
"""

FILES = {
    "regelset.yaml": """\
        versie: 1.2.3
        eersteDag: 2001-12-01
        """,
    "wetten.yaml": """\
        wetten:
          Bomenwet: {naam: Wet op de bomen, bwb: BWBR0000001, gelezen: 2019-01-01}
          BW: {naam: Burgerlijk Wetboek, bwb: {1: BWBR0002656, 7: BWBR0005290}, gelezen: 2018-01-01}
        overig:
          kamerstuk-12345: {naam: Nota over bomen, url: "https://voorbeeld.nl/nota"}
        """,
    "verwantschap.yaml": """\
        feit: betrokkene
        bron: BW 1:3
        eigenschappen:
          verwant: {type: enum, opties: [bloed, geen]}
          graad: {type: int}
          inwonend: {type: bool}
        waarden:
          kind: {verwant: bloed, graad: 1, inwonend: true}
          buur: {verwant: geen, graad: 0, inwonend: false}
          geen: {verwant: geen, graad: 0, inwonend: false}
        """,
    "gedeeld.yaml": """\
        afgeleid:
          isWerknemer: arbeidsrelatie == werknemer
        voorwaarden:
          werknemer: {als: isWerknemer, bron: Bomenwet 1:1}
        """,
    "gedeeld.nl.yaml": """\
        voorwaarden:
          werknemer:
            titel: In dienst
            voldaan: Je bent in dienst.
            niet-voldaan: Je bent niet in dienst.
            onbekend: We weten niet of je in dienst bent.
        waarschuwingen:
          te-laat-gemeld: Je meldt dit laat.
          venster-verlopen: De tijd is voorbij.
          tegoed-op: Je uren zijn op.
        toelichting:
          recht: Je hebt er recht op.
          geen-recht: Je hebt er geen recht op.
        zinnen:
          aanname: "We zijn uitgegaan van {feit}: {waarde}."
          aanname-niet-bekend: "Je weet nog niet: {feit}. We rekenen met: {waarde}."
          niet-van-kracht: "De wet kende {verlof} nog niet op {dag}. Het bestaat sinds {van}."
          wet-geworden: "{verlof} is wet geworden. Kijk bij {opvolger}."
          niet-meer-van-kracht: "De wet kende {verlof} niet meer op {dag}. Het bestond tot en met {tot}."
          bedrag-onbekend: "Het bedrag uit de tabel {tabel} is bekend van {eerste} tot en met {laatste}."
          niet-gebruikt: "Niet gebruikt: {feiten}."
          bedrag-verwacht: "{vanaf} {uiterlijk}"
        """,
    "gedeeld.en.yaml": """\
        voorwaarden:
          werknemer:
            titel: Employed
            voldaan: You are employed.
            niet-voldaan: You are not employed.
            onbekend: We do not know whether you are employed.
        waarschuwingen:
          te-laat-gemeld: You report this late.
          venster-verlopen: The time has passed.
          tegoed-op: Your hours are used up.
        toelichting:
          recht: You have a right to it.
          geen-recht: You have no right to it.
        zinnen:
          aanname: "We assumed {feit}: {waarde}."
          aanname-niet-bekend: "You do not know yet: {feit}. We use: {waarde}."
          niet-van-kracht: "The law did not know {verlof} yet on {dag}. It exists since {van}."
          wet-geworden: "{verlof} has become law. See {opvolger}."
          niet-meer-van-kracht: "The law no longer knew {verlof} on {dag}. It existed until {tot}."
          bedrag-onbekend: "The amount of the table {tabel} is known from {eerste} until {laatste}."
          niet-gebruikt: "Not used: {feiten}."
          bedrag-verwacht: "{vanaf} {uiterlijk}"
        """,
    "hiaten.yaml": """\
        - id: struiken
          verlofsoorten: []
          bron: Bomenwet 9
          tekst: {nl: Struiken staan er niet in., en: Shrubs are not in it.}
        """,
    "bedragen/maximum-dagloon.yaml": """\
        id: maximum-dagloon
        naam: Maximumdagloon
        eenheid: EUR
        bron: Bomenwet 8
        dagenPerWeek: 5
        rijen:
          - geldig: {van: 2024-01-01, tot: 2024-06-30}
            waarden: {dag: "100.00"}
            zekerheid: afgeleid
            bron: verzonnen
          - geldig: {van: 2024-07-01, tot: 2024-12-31}
            waarden: {dag: "110.00"}
            zekerheid: afgeleid
            bron: verzonnen
          - geldig: {van: 2025-01-01, tot: 2025-06-30}
            waarden: {dag: "110.00"}
            zekerheid: afgeleid
            bron: verzonnen
        """,
    "bedragen/minimumloon.yaml": """\
        id: minimumloon
        naam: Minimumloon
        eenheid: EUR
        bron: Bomenwet 8
        jeugd: jeugdminimumloon
        dagenPerWeek: 5
        rijen:
          - geldig: {van: 2024-01-01, tot: 2025-06-30}
            waarden: {uur: "10.00"}
            volwassenVanaf: 21
            zekerheid: afgeleid
            bron: verzonnen
        """,
    "bedragen/jeugdminimumloon.yaml": """\
        id: jeugdminimumloon
        naam: Minimumjeugdloon
        eenheid: procent
        bron: Bomenwet 8
        rijen:
          - geldig: {van: 2024-01-01, tot: 2025-06-30}
            waarden: {"17": "40", "20": "80"}
            zekerheid: afgeleid
            bron: verzonnen
        """,
}

BOOMVERLOF = """\
id: wazo.boomverlof
anker: [plantdatum]
versies:
  - geldig: {van: 2010-01-01}
    gelezen: 2010-06-01
    aannames:
      gewensteIngangsdatum: max(eersteDag, peildatum)
      opgenomenUren: 0
    afgeleid:
      eersteDag: plantdatum + 1 dag
      laatsteDag: plantdatum + 4 weken
      totaalUren: 1 * urenPerWeek
      beschadigd: bekend(wortelschade) en wortelschade > 50
    voorwaarden:
      - gebruik: werknemer
      - {id: boom-geplant, als: boomGeplant, bron: Bomenwet 4:2 lid 1}
      - {id: binnen-vier-weken, als: gewensteIngangsdatum <= laatsteDag, code: venster-verlopen, bron: Bomenwet 4:2}
      - {id: nog-tegoed, als: opgenomenUren == 0 of opgenomenUren < totaalUren, code: tegoed-op, bron: Bomenwet 4:2}
      - {id: gezonde-wortels, als: niet beschadigd, open-norm: beschadigd, bron: Bomenwet 4:3}
    omvang: {uren: totaalUren, weken: 1, formule: 1 × urenPerWeek, bron: Bomenwet 4:2 lid 1}
    periode: {van: eersteDag, tot: laatsteDag, bron: Bomenwet 4:2 lid 1}
    betaling:
      percentage: 70
      grondslag: dagloon
      door: uwv
      over: {van: gewensteIngangsdatum, tot: gewensteIngangsdatum}
      maximum: maximum-dagloon
      bron: Bomenwet 4:2b lid 3
    termijnen:
      - {id: melden-werkgever, uiterlijk: eersteDag - 4 weken, aan: werkgever, vorm: schriftelijk, bron: Bomenwet 4:3}
      - {id: vervaldatum, uiterlijk: laatsteDag, aan: niemand, verklaart: [binnen-vier-weken], bron: Bomenwet 4:2}
    waarschuwingen:
      - {code: te-laat-gemeld, als: meldingsdatum > eersteDag - 4 weken, bron: Bomenwet 4:3}
    werkgever: {magWeigeren: false, magWijzigen: false, bron: Bomenwet 4:4}
    afwijken: {mag: niet, bron: Bomenwet 4:7}
    stappen:
      - {id: melden, aan: werkgever, uiterlijk: melden-werkgever, bewijs: [boomkaart], bron: Bomenwet 4:3}
  - geldig: {van: 2020-01-01}
    gelezen: 2020-03-01
    zoals: 2010-01-01
    vervalt: [boom-geplant]
    afgeleid:
      laatsteDag: plantdatum + 9 weken
    voorwaarden:
      - {id: eigen-tuin, als: tuin, bron: Bomenwet 4:2 lid 2}
"""

SCENARIO = """\
- id: {name}-niets-verteld
  titel: Wie niets vertelt
  peildatum: "2024-05-01"
  feiten: {{}}
  verwacht: {{{id}: {{oordeel: vraag-nodig}}}}
  bron: verzonnen
  zekerheid: afgeleid
"""


class RulesFolder:
    """A rules folder on disk that a test may change before it loads it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if root.exists():  # a copy
            return
        root.mkdir()
        (root / "schema").symlink_to(RULES.resolve() / "schema")
        for file, text in FILES.items():
            self.write(file, text)
        self.write("feiten.yaml", "")
        for taal in TALEN:
            self.write(f"feiten.{taal}.yaml", "")
        self.facts(FEITEN)
        self.leave(BOOMVERLOF)

    def copy(self, root: Path) -> "RulesFolder":
        return RulesFolder(Path(shutil.copytree(self.root, root, symlinks=True)))

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))

    def read(self, file: str) -> str:
        return (self.root / file).read_text()

    def add(self, file: str, text: str) -> None:
        self.write(file, self.read(file) + text)

    def line(self, file: str, text: str) -> int:
        """The number of the last line on which `text` stands."""
        return self.read(file)[: self.read(file).rindex(text)].count("\n") + 1

    def remove(self, file: str) -> None:
        (self.root / file).unlink()

    def change(self, file: str, old: str, new: str) -> int:
        """Replace the one place where `old` stands; gives the number of the line on which it stood."""
        text = self.read(file)
        assert text.count(old) == 1, f"`{old}` stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def facts(self, text: str) -> None:
        """Add facts; their words are made up, other ones in each language."""
        self.add("feiten.yaml", text)
        for id, fact in yaml.load(text, yaml.CSafeLoader).items():
            for taal in TALEN:
                options = ", ".join(f"{option}: {option} ({taal})" for option in fact.get("opties", ()))
                words = f"{id}: {{label: {id} ({taal}), vraag: '{id} ({taal})?', hulp: Hulp bij {id} ({taal})."
                self.add(f"feiten.{taal}.yaml", words + (f", opties: {{{options}}}}}\n" if options else "}\n"))

    def leave(self, regel: str) -> str:
        """Add a leave from its regel.yaml, or put another one in its place; gives the name of that file."""
        regel = dedent(regel)
        tree = yaml.load(regel, yaml.CSafeLoader)
        here = tree["id"].replace(".", "/")
        self.write(f"{here}/regel.yaml", regel)
        self.write(f"{here}/scenarios.yaml", SCENARIO.format(id=tree["id"], name=here.replace("/", "-")))
        for taal in TALEN:
            self.write(f"{here}/tekst.{taal}.yaml", dumped(_words(tree, taal)))
        return f"{here}/regel.yaml"

    def rule(self, id: str, versie: str, *, anker: str = "[]") -> str:
        """Add a leave with one version from 2002-01-01, without terms or pay unless `versie` has them."""
        head = f"id: {id}\nanker: {anker}\nversies:\n  - geldig: {{van: 2002-01-01}}\n    gelezen: 2002-01-01\n"
        steps = "" if "stappen:" in versie else "    stappen: [{id: doen, aan: niemand, bron: Bomenwet 1}]\n"
        body = "".join(f"    {line}\n" for line in dedent(versie).strip().splitlines())
        return self.leave(head + body + steps)

    def load(self) -> Rulebook:
        return load_rulebook(self.root)

    def open(self) -> Folder:
        return open_folder(self.root).or_raise()

    def situations(self) -> SituationBook:
        return load_situaties(self.open(), self.load()).or_raise()

    def mistakes(self) -> list[str]:
        """Everything that is wrong with the folder, as `file:line: message`; nothing wrong is a failure."""
        try:
            self.load()
        except RulebookError as error:
            return [str(each) for each in error.errors]
        raise AssertionError("these rules load, though they are wrong")


def dumped(words: Any) -> str:
    return yaml.dump(words, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _words(tree: Mapping[str, Any], taal: str) -> dict[str, Any]:
    """Words for everything in a leave that needs them."""

    def entries(part: str) -> Iterable[Mapping[str, Any]]:
        return (each for versie in tree["versies"] for each in versie.get(part, ()))

    conditions = {}
    for each in entries("voorwaarden"):
        if "id" in each:
            outcomes = {outcome: f"{each['id']} is {outcome} ({taal})." for outcome in _outcomes(each)}
            conditions[each["id"]] = {"titel": f"{each['id']} ({taal})", **outcomes}
    codes = {each["code"] for part in ("voorwaarden", "waarschuwingen") for each in entries(part) if "code" in each}
    return {
        "naam": f"{tree['id']} ({taal})",
        "kort": f"Wat {tree['id']} is ({taal}).",
        "voorwaarden": conditions,
        "waarschuwingen": {code: f"{code} ({taal})." for code in sorted(codes)},
        "stappen": {each["id"]: f"{each['id']} ({taal})." for each in entries("stappen")},
        "bewijs": {proof: f"{proof} ({taal})" for each in entries("stappen") for proof in each.get("bewijs", ())},
    }


def _outcomes(condition: Mapping[str, Any]) -> tuple[str, ...]:
    extra = ("open-norm", "wie-beslist") if "open-norm" in condition else ()
    return ("voldaan", "niet-voldaan", "onbekend", *extra)
