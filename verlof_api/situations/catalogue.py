"""What the book of life situations itself says: each of them, and the kinds of moments they belong to."""

from verlof_api.law.strict_yaml import Passage
from verlof_api.situations.book import SituationBook


def groepen(boek: SituationBook, taal: str) -> list[dict[str, object]]:
    """The kinds of moments, in the order of the situations, each with the ids of its situations."""
    groups: dict[str, tuple[Passage | None, list[str]]] = {}
    for situatie in boek.levenssituaties.values():
        if situatie.groep is not None:
            group = (situatie.teksten[taal].groep, list[str]())
            groups.setdefault(situatie.groep, group)[1].append(situatie.id)
    return [{"id": id, "titel": titel, "situaties": ids} for id, (titel, ids) in groups.items()]


def situaties(boek: SituationBook, taal: str) -> list[dict[str, object]]:
    """Every life situation: its words, the leaves it can be about and the facts that its sentence already says.

    `navragen` are the facts that play a part without the sentence saying how; `verwijzing` is the answer that lies
    outside these laws, or None.
    """
    return [
        {
            "id": situatie.id,
            "titel": situatie.teksten[taal].titel,
            "kort": situatie.teksten[taal].kort,
            "doelgroep": situatie.doelgroep,
            "verlofsoorten": list(situatie.verlofsoorten),
            "feiten": dict(situatie.feiten),
            "navragen": list(situatie.navragen),
            "verwijzing": situatie.teksten[taal].verwijzing,
        }
        for situatie in boek.levenssituaties.values()
    ]
