"""The sentence for an input error, out of words/<taal>/invoer.yaml.

What is filled in comes from the details of the finding, which are our own words and limits, never the caller's.
"""

from collections.abc import Mapping

from verlof_api.phrases import phrases_in


def melding(code: str, details: Mapping[str, object], taal: str) -> str:
    """The sentence for `code`; where known, with the position of the field and the word that was probably meant.

    `waarom`, the words of a rule file per language, takes the place of the sentence.
    """
    phrases = phrases_in(taal)["invoer"]
    beside = phrases["erbij"]
    words: dict[str, object] = dict(details)
    if "soort" in words:
        words["soort"] = phrases["soorten"][str(words["soort"])]
    why = words.get("waarom")
    sentences = [phrases["fouten"][code]]
    if isinstance(why, Mapping):
        words["waarom"] = why[taal]
        sentences = [beside["waarom"]]
    above = words.get("uitleg")
    if isinstance(above, Mapping):
        sentences.append(above[taal])
    sentences += [beside[name] for name in ("positie", "bedoelde") if name in words]
    return " ".join(sentences).format(**words)
