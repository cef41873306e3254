"""From checked files to what all leaves read: the facts that can be told, and the tables of amounts."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from verlof_api.law import advice
from verlof_api.law.bedragtabel import BedragRij, BedragTabel, Verwacht
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Feit, FeitTekst, Ofwel
from verlof_api.law.strict_yaml import Tree
from verlof_api.law.texts import day, word


def feit(id: str, tree: Tree, teksten: Mapping[str, Tree]) -> Feit:
    afwezig = tree.get("afwezig")
    verteld = afwezig if isinstance(afwezig, dict) else {}
    standaard = verteld.get("waarde")
    return Feit(
        id=id,
        type=str(tree["type"]),
        opties=tuple(map(str, tree.get("opties", []))),
        eenheid=word(tree.get("eenheid")),
        per=word(tree.get("per")),
        bereik=(Decimal(tree["bereik"][0]), Decimal(tree["bereik"][1])) if "bereik" in tree else None,
        wens="wens" in tree and tree["wens"].value is True,
        standaard=_plain(standaard),
        standaard_feit=word(verteld.get("feit")),
        niet_gebeurd=afwezig == "niet-gebeurd",
        volgt=word(tree.get("volgt")),
        ongeveer=word(tree.get("ongeveer")),
        impliceert=word(tree.get("impliceert")),
        verandering=advice.verandering(tree["te-veranderen"]) if "te-veranderen" in tree else None,
        ofwel=_ofwel(tree["ofwel"]) if "ofwel" in tree else None,
        teksten={
            taal: FeitTekst(
                each[id]["label"],
                each[id]["vraag"],
                each[id]["hulp"],
                each[id].get("opties", {}),
                each[id].get("verander"),
                each[id].get("ofwel"),
                each[id].get("te-hoog"),
            )
            for taal, each in teksten.items()
            if id in each
        },
    )


def _ofwel(tree: Tree) -> Ofwel:
    return Ofwel(
        feit=str(tree["feit"]),
        waarde=tree["waarde"].value is True,
        tenzij=advice.feit_is(tree["tenzij"]) if "tenzij" in tree else None,
    )


def _plain(standaard: Any) -> Any:
    """The value that stands in for a fact, as a situation has it: exact numbers, periods as a tuple."""
    if isinstance(standaard, list):
        return tuple(standaard)
    value = None if standaard is None else standaard.value
    return Decimal(str(value)) if isinstance(value, float) else value


def bedrag_tabel(tree: Tree, bronnen: tuple[Bron, ...]) -> BedragTabel:
    rijen = tuple(
        BedragRij(
            day(row["geldig"]["van"]),
            day(row["geldig"]["tot"]),
            {column: Decimal(amount) for column, amount in row["waarden"].items()},
            int(row["volwassenVanaf"]) if "volwassenVanaf" in row else None,
            str(row["zekerheid"]),
            str(row["bron"]),
        )
        for row in tree["rijen"]
    )
    return BedragTabel(
        str(tree["id"]),
        str(tree["naam"]),
        bronnen,
        rijen,
        word(tree.get("jeugd")),
        int(tree["dagenPerWeek"]) if "dagenPerWeek" in tree else None,
        Decimal(tree["voltijdUren"]) if "voltijdUren" in tree else None,
        str(tree["eenheid"]),
        {str(name): (_day(days.get("van")), _day(days.get("tot"))) for name, days in tree.get("kolommen", {}).items()},
        _verwacht(tree["verwacht"]) if "verwacht" in tree else None,
        word(tree.get("indexeert")),
        word(tree.get("ondergrensVan")),
        Decimal(tree["sprong"]) if "sprong" in tree else None,
    )


def _verwacht(tree: Tree) -> Verwacht:
    return Verwacht(day(tree["van"]), day(tree["uiterlijk"]))


def _day(text: str | None) -> date | None:
    return None if text is None else day(text)
