"""Prints the hit rates, and what the tuned part misses: `python -m tests.situations.report`.

What the held-out and the fresh phrases miss is not shown, on purpose.
"""

import sys

from tests.situations.phrases import Phrase, hit_rates, phrases
from tests.support.real_rules import real_situations
from verlof_api.situations import SituationSearch


def main() -> None:
    book = real_situations()
    situation_search = SituationSearch(book.levenssituaties, book.synoniemen)

    def found(phrase: Phrase) -> list[str]:
        return [id for id, _ in situation_search.zoek(phrase.text, phrase.taal)]

    written = list(phrases("zinnen.yaml"))
    parts = {
        "tuned": [phrase for phrase in written if not phrase.held_out],
        "held out": [phrase for phrase in written if phrase.held_out],
        "fresh": list(phrases("zinnen_vers.yaml")),
    }
    for taal in ("nl", "en"):
        for name, part in parts.items():
            asked = [phrase for phrase in part if phrase.taal == taal]
            first, among_three = hit_rates(found, asked)
            sys.stdout.write(f"{taal} {name:8} {len(asked):4} first {first:6.1%} first three {among_three:6.1%}\n")
    for phrase in parts["tuned"]:
        if found(phrase)[:1] != [phrase.situatie]:
            sys.stdout.write(f"{phrase.situatie}: {phrase.text} -> {', '.join(found(phrase)[:3]) or 'nothing'}\n")


if __name__ == "__main__":
    main()
