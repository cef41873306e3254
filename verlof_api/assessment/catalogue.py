"""What the rulebook itself says: the leaves, their cards, the questions, the registers of amounts, norms and gaps."""

from collections.abc import Iterator
from datetime import date

from verlof_api.assessment.beoordelaar import Beoordelaar
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.questions import options_of, other_answer
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.assessment.words import Words
from verlof_api.law.model import Verlofsoort
from verlof_api.law.regelboek import Rulebook


def verlofsoorten(beoordelaar: Beoordelaar, peildatum: date, taal: str) -> list[JsonObject]:
    """Every leave, with the version that is in force on `peildatum` (or that it is not)."""
    return [
        _summary(beoordelaar, verlofsoort, peildatum, taal)
        for verlofsoort in beoordelaar.rulebook.verlofsoorten.values()
    ]


def verlofsoort(beoordelaar: Beoordelaar, id: str, peildatum: date, taal: str) -> JsonObject | None:
    """The full card of one leave on `peildatum`; None when no leave has this id."""
    verlofsoort = beoordelaar.rulebook.verlofsoorten.get(id)
    if verlofsoort is None:
        return None
    versie = verlofsoort.versie(peildatum)
    card = _summary(beoordelaar, verlofsoort, peildatum, taal)
    card["versies"] = [
        {"van": v.van.isoformat(), "tot": v.tot.isoformat() if v.tot else None} for v in verlofsoort.versies
    ]
    if versie is not None:
        plan = beoordelaar.plans[f"{id}@{versie.van.isoformat()}"]
        card.update(_rule(plan, beoordelaar.words[taal][plan.key]))
    return card


def vragen(rulebook: Rulebook, taal: str) -> list[JsonObject]:
    """Every fact as a question. `afwezig` says what holds when it is not answered."""
    return [
        {
            "feit": feit.id,
            "label": feit.teksten[taal].label,
            "vraag": feit.teksten[taal].vraag,
            "hulp": feit.teksten[taal].hulp,
            "type": feit.type,
            "opties": options_of(feit, taal),
            "eenheid": feit.eenheid,
            "ofwel": other_answer(feit, taal),
            "bereik": {"van": float(feit.bereik[0]), "tot": float(feit.bereik[1])} if feit.bereik else None,
            "wens": feit.wens,
        }
        for feit in rulebook.feiten.values()
    ]


def regelset(beoordelaar: Beoordelaar, taal: str) -> JsonObject:
    """Version, hash, first and newest day of the rules; amounts with their source; open norms; gaps; contradictions."""
    rulebook = beoordelaar.rulebook
    law = [soort for soort in rulebook.verlofsoorten.values() if not soort.voorstel]
    newest = max(versie.van for soort in law for versie in soort.versies)
    return {
        "versie": rulebook.versie,
        "hash": rulebook.hash,
        "eersteDag": rulebook.eerste_dag.isoformat(),
        "nieuwsteIngang": newest.isoformat(),
        "aantalVerlofsoorten": len(rulebook.verlofsoorten),
        "bedragen": [
            {
                "id": tabel.id,
                "naam": tabel.naam,
                "bronnen": sources(tabel.bronnen),
                "verwacht": tabel.verwacht.json() if tabel.verwacht else None,
                "rijen": [
                    {
                        "van": rij.van.isoformat(),
                        "tot": rij.tot.isoformat(),
                        "waarden": {column: str(amount) for column, amount in rij.waarden.items()},
                        "zekerheid": rij.zekerheid,
                        "bron": rij.bron,
                    }
                    for rij in tabel.rijen
                ],
            }
            for tabel in rulebook.bedragen.values()
        ],
        "openNormen": list(_open_norms(rulebook, taal)),
        "hiaten": [
            {"id": h.id, "verlofsoorten": h.verlofsoorten, "tekst": h.tekst[taal], "bronnen": sources(h.bronnen)}
            for h in rulebook.hiaten
        ],
        "tegenspraken": [
            {
                "id": each.id,
                "soort": each.soort,
                "feiten": found.feiten,
                "regel": str(each.als),
                "tekst": str(each.tekst[taal]),
                "bronnen": sources(each.bronnen),
            }
            for found in (*beoordelaar.contradictions.impossible, *beoordelaar.contradictions.unfitting)
            if (each := found.tegenspraak) is not None
        ],
    }


def _summary(beoordelaar: Beoordelaar, verlofsoort: Verlofsoort, peildatum: date, taal: str) -> JsonObject:
    versie = verlofsoort.versie(peildatum)
    words = verlofsoort.teksten[taal]
    return {
        "id": verlofsoort.id,
        "naam": words.naam,
        "kort": words.kort,
        "vanKracht": versie is not None,
        "geldig": {"van": versie.van.isoformat(), "tot": versie.tot.isoformat() if versie.tot else None}
        if versie
        else None,
        "voorstel": verlofsoort.voorstel,
    }


def _rule(plan: Plan, words: Words) -> JsonObject:
    versie = plan.versie
    return {
        "anker": plan.verlofsoort.anker,
        "voorwaarden": [
            {"id": c.id, "titel": words.titels[c.id], "regel": str(v.als), "feiten": c.feiten, "bronnen": c.bronnen}
            for c, v in zip(plan.conditions, versie.voorwaarden, strict=True)
        ],
        "omvang": {
            **{m: str(t) for m, t in versie.omvang.maten.items()},
            "formule": words.formule,
            "bronnen": plan.bronnen["omvang"],
        }
        if versie.omvang
        else None,
        "periode": {"van": str(versie.periode.van), "tot": str(versie.periode.tot), "bronnen": plan.bronnen["periode"]}
        if versie.periode
        else None,
        "betaling": [
            {
                "als": str(p.betaling.als) if p.betaling.als is not None else None,
                "percentage": str(p.betaling.percentage),
                "grondslag": p.betaling.grondslag,
                "door": p.betaling.door,
                "bronnen": p.bronnen,
            }
            for p in plan.payments
        ],
        "termijnen": [
            {
                "id": t.termijn.id,
                "regel": str(t.termijn.uiterlijk),
                "aan": t.termijn.aan,
                "vorm": t.termijn.vorm,
                "bronnen": t.bronnen,
            }
            for t in plan.terms
        ],
        "werkgever": {
            "magWeigeren": str(versie.werkgever.mag_weigeren),
            "magWijzigen": str(versie.werkgever.mag_wijzigen),
            "grond": versie.werkgever.grond,
            "bronnen": plan.bronnen["werkgever"],
        }
        if versie.werkgever
        else None,
        "afwijken": None if words.afwijken is None else words.afwijken.in_general,
    }


def _open_norms(rulebook: Rulebook, taal: str) -> Iterator[JsonObject]:
    """Every place where the law leaves the judgement to people, once per condition of a leave; newest text first."""
    for verlofsoort in rulebook.verlofsoorten.values():
        words = verlofsoort.words(taal)
        newest = {v.id: v for versie in verlofsoort.versies for v in versie.voorwaarden if v.open_norm is not None}
        for id, voorwaarde in newest.items():
            text = next(each.voorwaarden[id] for each in words if id in each.voorwaarden)
            yield {
                "verlofsoort": verlofsoort.id,
                "voorwaarde": id,
                "titel": text.titel,
                "tekst": text.open_norm,
                "wieBeslist": text.wie_beslist,
                "bronnen": sources(voorwaarde.bronnen),
            }
