"""What can be wrong with letters: names that mean nothing, words that are missing, a right that is not there."""

from collections.abc import Iterable, Iterator, Mapping

from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document, Passage, Tree
from verlof_api.law.suggest import meant
from verlof_api.law.values import not_filled_in, values_in
from verlof_api.letters.names import EIGEN, LetterNames, names_of, names_of_all

# Why there is no letter: everything that letters/writer.py can answer.
REASONS = (
    *("geen-recht", "nog-niet", "vraag-nodig", "oordeel-nodig", "afspraak", "andere-regeling", "voorstel"),
    *("zonder-brief", "geen-variant", "past-niet", "mist-feit"),
)
_OWN_SOURCE = f"artikel.{EIGEN}"
_TERMS = ("termijn", "open", "niet-open", "voorbij", "niet-voorbij")


def mistakes(folder: Folder, rulebook: Rulebook) -> Iterator[RuleError]:
    """Everything that is wrong with the letters in `folder`, which has a brieven.yaml."""
    documents = [document.file for document in folder.of_kind("brief")]
    wanted = [words for file in (*documents, "brieven.yaml", "kaart.yaml") for words in folder.words_of(file)]
    absent = list(missing(folder, wanted))
    if absent:
        yield from absent
        return
    shared = folder["brieven.yaml"].located()
    words = {taal: folder[f"brieven.{taal}.yaml"].located() for taal in folder.talen}
    yield from _leaves(folder, rulebook, shared)
    yield from _structure(shared, names_of_all(rulebook, shared), rulebook)
    used: set[str] = set()
    own: set[str] = set()
    for file in documents:
        leave = file.rpartition("/")[0].replace("/", ".")
        if leave in rulebook.verlofsoorten:
            names = names_of(rulebook, leave, shared, folder[file].located())
            letters = _Letters(folder[file], shared, words, names, rulebook)
            yield from letters.mistakes(folder)
            used |= letters.shared_used
            own |= letters.own_used
    yield from _shared_words(folder, rulebook, shared, words, used, own)


def _leaves(folder: Folder, rulebook: Rulebook, shared: Tree) -> Iterator[RuleError]:
    """Every leave has letters, or says that it has none."""
    without = {str(id): id for id in shared["zonderBrief"]}
    written = {each.file.rpartition("/")[0].replace("/", "."): each for each in folder.of_kind("brief")}
    for id in rulebook.verlofsoorten:
        if id not in written and id not in without:
            yield RuleError(
                f"{id.replace('.', '/')}/brief.yaml",
                1,
                "dit verlof heeft geen brieven: schrijf ze, of noem het onder `zonderBrief` in brieven.yaml",
            )
    for id, document in written.items():
        if id not in rulebook.verlofsoorten:
            yield document.error((), f"het verlof `{id}` bestaat niet{meant(rulebook.verlofsoorten, id)}")
        if id in without:
            yield without[id].error(f"`{id}` heeft wel brieven")
    for id, passage in without.items():
        if id not in rulebook.verlofsoorten:
            yield passage.error(f"het verlof `{id}` bestaat niet{meant(rulebook.verlofsoorten, id)}")


def _structure(shared: Tree, names: LetterNames, rulebook: Rulebook) -> Iterator[RuleError]:
    """The guards and names in brieven.yaml itself."""
    for tree in shared["ontvangers"].values():
        yield from _bij(tree, names, rulebook)
    facts = [*shared["verleden"], *shared["toekomst"], *shared["nooitVoor"].values()]
    facts += [row["feit"] for row in shared["gegevens"].values() if "feit" in row]
    for fact in facts:
        if fact not in rulebook.feiten:
            yield fact.error(f"het feit `{fact}` bestaat niet{meant(rulebook.feiten, fact)}")
    for variant in shared["varianten"].values():
        yield from _bij(variant.get("vereist", {}), names, rulebook)
        yield from _alineas(_paragraphs(variant), names, rulebook)
        other = variant.get("inPlaatsVan")
        if other is not None and other not in shared["varianten"]:
            yield other.error(f"de brief `{other}` bestaat niet{meant(shared['varianten'], other)}")


def _paragraphs(variant: Tree) -> list[Tree]:
    """The paragraphs of a kind of letter and of its message, without the places where a leave puts its own."""
    return [each for each in (*variant["alineas"], *variant["bericht"]) if not isinstance(each, Passage)]


def citations(alinea: Tree) -> tuple[Passage, ...]:
    """The sources under `bron` of a paragraph: one, several or none."""
    bron = alinea.get("bron", ())
    return (bron,) if isinstance(bron, Passage) else tuple(bron)


def _alineas(trees: Iterable[Tree], names: LetterNames, rulebook: Rulebook) -> Iterator[RuleError]:
    for tree in trees:
        guard = tree.get("bij", {})
        yield from _bij(guard, names, rulebook)
        if "stelt" in tree and [str(each) for each in guard.get("oordeel", [])] != ["recht"]:
            yield tree["id"].error(f"`{tree['id']}` zegt dat er recht is: schrijf `bij: {{oordeel: [recht]}}`")
        for citation in citations(tree):
            try:
                rulebook.wetboek.resolve(str(citation), None)
            except ValueError as error:
                yield citation.error(str(error))


def _own_sources(trees: Iterable[Tree], texts: Mapping[str, Passage]) -> Iterator[RuleError]:
    """A paragraph with a source of its own names it, and one that names its own source has one."""
    for tree in trees:
        text = texts.get(str(tree["id"]))
        named = text is not None and f"{{{_OWN_SOURCE}}}" in text
        if named and not citations(tree):
            yield tree["id"].error(f"`{tree['id']}` noemt {{{_OWN_SOURCE}}}: schrijf er `bron` bij")
        if citations(tree) and not named:
            yield tree["id"].error(f"`{tree['id']}` heeft een `bron`: noem {{{_OWN_SOURCE}}} in de tekst")


def _bij(tree: Tree, names: LetterNames, rulebook: Rulebook) -> Iterator[RuleError]:
    for key in ("verteld", "niet-verteld", "eerder", "niet-eerder"):
        for fact in tree.get(key, []):
            if fact not in rulebook.feiten:
                yield fact.error(f"het feit `{fact}` bestaat niet{meant(rulebook.feiten, fact)}")
    for key in ("is", "niet"):
        for fact, values in tree.get(key, {}).items():
            feit = rulebook.feiten.get(fact)
            for value in values:
                if feit is None:
                    yield value.error(f"het feit `{fact}` bestaat niet{meant(rulebook.feiten, fact)}")
                elif (str(value) not in feit.opties) if feit.opties else not isinstance(value.value, bool):
                    yield value.error(f"`{fact}` kan niet {value} zijn{meant(feit.opties, value)}")
    for key in ("later-dan", "niet-later-dan"):
        for fact, term in tree.get(key, {}).items():
            if fact not in rulebook.feiten:
                yield term.error(f"het feit `{fact}` bestaat niet{meant(rulebook.feiten, fact)}")
    for step in (each for key in ("stap", "geen-stap") for each in tree.get(key, [])):
        if step not in names.stappen:
            yield step.error(f"de stap `{step}` bestaat hier niet{meant(names.stappen, step)}")
    terms = [term for key in _TERMS for term in tree.get(key, [])]
    for term in [*terms, *tree.get("later-dan", {}).values(), *tree.get("niet-later-dan", {}).values()]:
        if term not in names.termijnen:
            yield term.error(f"de termijn `{term}` bestaat hier niet{meant(names.termijnen, term)}")


class _Letters:
    """The letters of one leave, held against its rule and against the words in every language."""

    def __init__(
        self,
        document: Document,
        shared: Tree,
        words: Mapping[str, Tree],
        names: LetterNames,
        rulebook: Rulebook,
    ) -> None:
        self.tree, self.file = document.located(), document.file
        self.shared, self.words, self.names, self.rulebook = shared, words, names, rulebook
        self.shared_used: set[str] = set()
        self.own_used: set[str] = set()

    def mistakes(self, folder: Folder) -> Iterator[RuleError]:
        yield from self._grond(self.tree["grond"])
        for id, letter in self.tree["varianten"].items():
            yield from self._grond(letter.get("grond", []))
            yield from _bij(letter.get("vereist", {}), self.names, self.rulebook)
            yield from _alineas(letter.get("alineas", []), self.names, self.rulebook)
            known = {str(each["id"]) for each in self._shared_alineas(id)}
            for name in letter.get("zonder", []):
                if name not in known:
                    yield name.error(f"`{name}` is geen gedeelde alinea van `{id}`{meant(known, name)}")
            for row in letter.get("gegevens", []):
                if row not in self.shared["gegevens"]:
                    yield row.error(
                        f"`{row}` staat niet onder `gegevens` in brieven.yaml{meant(self.shared['gegevens'], row)}"
                    )
            for proof in letter.get("bijlagen", []):
                if proof not in self.names.bewijs:
                    yield proof.error(f"geen stap van dit verlof vraagt om `{proof}`{meant(self.names.bewijs, proof)}")
        own = {taal: folder[f"{self.file.removesuffix('.yaml')}.{taal}.yaml"].located() for taal in folder.talen}
        for taal, tree in own.items():
            yield from self._words(taal, tree)
        yield from _same_values(own, self.file)

    def _shared_alineas(self, variant: str) -> list[Tree]:
        return _paragraphs(self.shared["varianten"][variant])

    def _grond(self, places: Iterable[Passage]) -> Iterator[RuleError]:
        for place in places:
            if place not in self.names.plekken:
                yield place.error(f"geen versie van dit verlof heeft `{place}` met een artikel als bron")

    def _needed(self) -> dict[str, set[str]]:
        """What must have words: the ids per part of a text file."""
        needed: dict[str, set[str]] = {part: set() for part in ("onderwerp", "alineas", "gegevens", "bijlagen")}
        for id, letter in self.tree["varianten"].items():
            without = set(map(str, letter.get("zonder", [])))
            shared = {str(each["id"]) for each in self._shared_alineas(id)} - without
            own = {str(each["id"]) for each in letter.get("alineas", [])}
            self.shared_used |= shared
            self.own_used |= own
            needed["onderwerp"].add(id)
            needed["alineas"] |= shared | own
            needed["gegevens"] |= set(map(str, letter.get("gegevens", [])))
            needed["bijlagen"] |= set(map(str, letter.get("bijlagen", [])))
        return needed

    def _words(self, taal: str, tree: Tree) -> Iterator[RuleError]:
        file = f"{self.file.removesuffix('.yaml')}.{taal}.yaml"
        for part, ids in self._needed().items():
            own, shared = tree.get(part, {}), self.words[taal].get(part, {})
            yield from (RuleError(file, 1, f"{part}: `{id}` heeft geen tekst") for id in sorted(ids - {*own, *shared}))
            yield from (own[id].error(f"{part}: niets gebruikt `{id}`") for id in sorted(set(own) - ids))
            for text in own.values():
                yield from not_filled_in(text, {*self.names.waarden, *_only_of(part)})
        yield from not_filled_in(tree["noemen"], ())
        texts = {**self.words[taal]["alineas"], **tree.get("alineas", {})}
        for id, letter in self.tree["varianten"].items():
            without = set(map(str, letter.get("zonder", [])))
            shared = [each for each in self._shared_alineas(id) if str(each["id"]) not in without]
            yield from _own_sources([*shared, *letter.get("alineas", [])], texts)
        places = {**self.words[taal]["plaatsen"], **tree.get("plaatsen", {})}
        for row in self._needed()["gegevens"] & set(self.shared["gegevens"]):
            place = str(self.shared["gegevens"][row].get("feit", row))
            if place not in places:
                yield RuleError(file, 1, f"plaatsen: `{place}` heeft geen tekst")


def _only_of(part: str) -> tuple[str, ...]:
    """What stands in braces in this part of the words alone: only a paragraph has a source of its own."""
    return (_OWN_SOURCE,) if part == "alineas" else ()


def _same_values(own: Mapping[str, Tree], file: str) -> Iterator[RuleError]:
    """A sentence names the same values in every language, so that it stands in all of a letter or in nothing of it."""
    first, *others = own
    for taal in others:
        for part in ("alineas", "onderwerp", "gegevens", "bijlagen"):
            mine, theirs = own[first].get(part, {}), own[taal].get(part, {})
            for id in mine.keys() | theirs.keys():
                if id not in mine or id not in theirs:
                    place = mine.get(id) or theirs[id]
                    yield place.error(f"{part}: `{id}` staat maar in één taal")
                elif _differ(mine[id], theirs[id]):
                    yield theirs[id].error(
                        f"{part}: `{id}` noemt andere waarden dan {file.removesuffix('.yaml')}.{first}"
                    )


def _differ(one: Passage, other: Passage) -> bool:
    try:
        return values_in(one) != values_in(other)
    except ValueError:  # braces that do not close, which is told of that text itself
        return False


def _shared_words(
    folder: Folder, rulebook: Rulebook, shared: Tree, words: Mapping[str, Tree], used: set[str], own: set[str]
) -> Iterator[RuleError]:
    """`used`, `own`: the paragraphs that some leave shares, and those that leaves add themselves."""
    names = names_of_all(rulebook, shared, (each.located() for each in folder.of_kind("brief")))
    yield from _same_values(words, "brieven.yaml")
    structural = {str(each["id"]) for variant in shared["varianten"].values() for each in _paragraphs(variant)}
    needed = {
        "onderwerp": set(shared["varianten"]),
        "alineas": structural,
        "gegevens": set(shared["gegevens"]),
        "aan": set(shared["ontvangers"]),
        "aanhef": set(shared["ontvangers"]),
        "wetten": set(rulebook.wetboek.wetten),
        "geenBrief": set(REASONS),
    }
    for taal, tree in words.items():
        file = f"brieven.{taal}.yaml"
        for part, ids in needed.items():
            yield from (RuleError(file, 1, f"{part}: `{id}` heeft geen tekst") for id in sorted(ids - set(tree[part])))
            also = own if part == "alineas" else set()
            unused = set(tree[part]) - ids - also
            yield from (RuleError(file, 1, f"{part}: niets gebruikt `{id}`") for id in sorted(unused))
        yield from (RuleError(file, 1, f"alineas: geen verlof gebruikt `{id}`") for id in sorted(structural - used))
        for part in ("onderwerp", "alineas", "gegevens"):
            for text in tree[part].values():
                yield from not_filled_in(text, {*names.waarden, *_only_of(part)})
        for fact, options in tree["woorden"].items():
            if fact not in rulebook.feiten or set(options) != set(rulebook.feiten[fact].opties):
                yield RuleError(file, 1, f"woorden: schrijf bij `{fact}` tekst voor precies de opties van dat feit")
