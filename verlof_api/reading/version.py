"""From a version of a leave to what it says, field by field: with `zoals` written out, and nothing left to look up."""

from collections.abc import Iterable, Iterator
from datetime import date
from string import Formatter

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.answer import MATEN
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.wording import CardWords
from verlof_api.language import nodes
from verlof_api.language.backends.dutch import Meaning, spoken
from verlof_api.language.environment import fact_of
from verlof_api.language.nodes import Node
from verlof_api.language.program import LEFT
from verlof_api.law.bronnen import Bron
from verlof_api.law.model import Betaling, KomtGoed, Periode, Termijn, Verlofsoort, Voorwaarde
from verlof_api.law.strict_yaml import Passage
from verlof_api.reading import model
from verlof_api.reading.amounts import TableAmounts
from verlof_api.reading.lexicon import lexicon_of
from verlof_api.reading.model import Entry, Reading, Said
from verlof_api.reading.words import words

Field = tuple[str, Passage | str | None]
_NOBODY = "niemand"


class Reader:
    """Reads versions of leaves aloud in one language. `kaart`: the words of the card in that language."""

    def __init__(self, beoordelaar: Beoordelaar, kaart: CardWords, taal: str) -> None:
        self.beoordelaar, self.kaart, self.taal = beoordelaar, kaart, taal

    def versions(self, verlof: str, dag: date) -> tuple[Reading, ...]:
        """All versions of this leave, from old to new; amounts are those of `dag`."""
        soort = self.beoordelaar.rulebook.verlofsoorten[verlof]
        plans = (self.beoordelaar.plans[f"{verlof}@{versie.van.isoformat()}"] for versie in soort.versies)
        return tuple(_VersionReader(self, plan, dag).reading() for plan in plans)


class _VersionReader:
    """One method per section."""

    def __init__(self, reader: Reader, plan: Plan, dag: date) -> None:
        self._rulebook, self._taal = reader.beoordelaar.rulebook, reader.taal
        self._amounts = TableAmounts(reader.beoordelaar, reader.kaart, reader.taal, dag)
        self._kaart, self._words = reader.kaart, words(reader.taal)
        self._soort: Verlofsoort = plan.verlofsoort
        self._versie, self._program = plan.versie, plan.program
        self._lexicon = lexicon_of(self._rulebook, plan.verlofsoort, plan.versie)
        self._values: dict[str, Node] = {}  # the named values and assumptions that something builds on
        self._stand_ins: dict[str, nodes.Assumed] = {}

    def reading(self) -> Reading:
        sections = {
            model.VOORWAARDEN: [self._condition(each) for each in self._versie.voorwaarden],
            model.UITKOMST: list(self._verdicts()),
            model.OMVANG: list(self._size()),
            model.PERIODE: list(self._window()),
            model.BETALING: [self._payment(*numbered) for numbered in enumerate(self._versie.betaling, start=1)],
            model.TERMIJNEN: [self._term(each) for each in self._versie.termijnen],
            model.WERKGEVER: list(self._employer()),
            model.AFWIJKEN: list(self._other_agreements()),
            model.STAPPEN: list(self._steps()),
            model.WAARSCHUWINGEN: list(self._warnings()),
            model.TOELICHTING: list(self._explanations()),
        }
        sections[model.AANNAMES] = [self._assumption(key) for key in self._stand_ins]
        sections[model.WAARDEN] = [self._value(name) for name in self._in_order_of_writing()]
        own = self._soort.teksten[self._taal]
        return Reading(
            self._soort.id,
            str(own.naam),
            str(own.kort),
            self._soort.voorstel,
            self._versie.van,
            self._versie.tot,
            self._versie.gelezen,
            tuple(map(self._label, self._soort.anker)),
            {name: tuple(entries) for name, entries in sections.items() if entries},
            self._lexicon,
        )

    # --- the sections ---------------------------------------------------------------------------

    def _condition(self, condition: Voorwaarde) -> Entry:
        fields: list[Field] = [("als", condition.als), ("open-norm", condition.open_norm)]
        fields += self._comes_right(condition.komt_goed)
        if condition.code is not None:
            fields.append(("waarschuwing", self._text("waarschuwingen", condition.woorden or condition.code)))
        return self._entry(condition.id, self._title(condition.id), fields, condition.bronnen)

    def _comes_right(self, komt_goed: KomtGoed | None) -> list[Field]:
        if komt_goed is None:
            return []
        after = None if komt_goed.na is None else self._leave(str(komt_goed.na))
        return [("komt-goed", komt_goed.als), ("komt-goed-vanaf", komt_goed.vanaf), ("komt-goed-na", after)]

    def _verdicts(self) -> Iterator[Entry]:
        for uitkomst in self._versie.uitkomst:
            when: Field = ("als", self._words["altijd"] if uitkomst.als is None else uitkomst.als)
            yield self._entry(uitkomst.oordeel, self._kaart["oordelen"][uitkomst.oordeel], [when], uitkomst.bronnen)

    def _size(self) -> Iterator[Entry]:
        omvang = self._versie.omvang
        if omvang is None:
            return
        for maat in MATEN:
            if maat in omvang.maten:
                yield self._entry(maat, self._words["maten"][maat], [("is", omvang.maten[maat])], omvang.bronnen)

    def _window(self) -> Iterator[Entry]:
        periode = self._versie.periode
        if periode is not None:
            fields: list[Field] = [("van", periode.van), ("tot", periode.tot)]
            yield self._entry(model.PERIODE, self._words["secties"][model.PERIODE], fields, periode.bronnen)

    def _payment(self, number: int, betaling: Betaling) -> Entry:
        paid = self._words["betaald"].format(
            door=_sentence_case(self._kaart["door"][betaling.door]),
            grondslag=self._kaart["grondslag"][betaling.grondslag],
        )
        title = self._words["onbetaald"] if betaling.door == _NOBODY else paid
        said = self._said(self._paid(betaling))
        if betaling.andere is not None:
            said += self._other_reading(betaling.andere, said)
        return Entry(f"{betaling.door}-{betaling.grondslag}-{number}", title, said, betaling.bronnen, self._below(said))

    def _other_reading(self, andere: Betaling, usual: tuple[Said, ...]) -> tuple[Said, ...]:
        """What another reading of the sources says differently."""
        label = self._words["velden"]["andere-lezing"]
        differing = [each for each in self._said(self._paid(andere)) if each not in usual]
        return tuple(Said(f"{label}, {each.label}", each.says) for each in differing)

    def _paid(self, betaling: Betaling) -> list[Field]:
        over: Periode | None = betaling.over
        return [
            ("als", betaling.als),
            ("percentage", betaling.percentage),
            ("factor", betaling.factor),
            ("tabel", self._amounts.of(betaling.tabel, betaling.kolom)),
            ("maximum", self._amounts.of(betaling.maximum)),
            ("minimum", self._amounts.of(betaling.minimum)),
            ("over-van", over.van if over else None),
            ("over-tot", over.tot if over else None),
        ]

    def _term(self, term: Termijn) -> Entry:
        explains = "; ".join(self._title(id) for id in term.verklaart)
        fields: list[Field] = [
            ("uiterlijk", term.uiterlijk),
            ("als", term.als),
            ("aan", self._kaart["aan"][term.aan] if term.aan != _NOBODY else None),
            ("vorm", self._kaart["vorm"][term.vorm] if term.vorm else None),
            ("verklaart", explains or None),
        ]
        return self._entry(term.id, self._term_title(term.id), fields, term.bronnen)

    def _employer(self) -> Iterator[Entry]:
        werkgever = self._versie.werkgever
        if werkgever is None:
            return
        fields: list[Field] = [
            ("mag-weigeren", werkgever.mag_weigeren),
            ("mag-wijzigen", werkgever.mag_wijzigen),
            ("grond", self._kaart["grond"][werkgever.grond] if werkgever.grond else None),
            ("antwoord-uiterlijk", werkgever.antwoord_uiterlijk),
        ]
        yield self._entry(model.WERKGEVER, self._words["secties"][model.WERKGEVER], fields, werkgever.bronnen)

    def _other_agreements(self) -> Iterator[Entry]:
        for each in self._versie.afwijken:
            yield self._entry(each.id, self._kaart["afwijken"][each.mag], [("als", each.als)], each.bronnen)

    def _steps(self) -> Iterator[Entry]:
        for step in self._versie.stappen:
            fields: list[Field] = [
                ("als", step.als),
                ("tenzij", step.tenzij),
                ("aan", self._kaart["aan"][step.aan] if step.aan != _NOBODY else None),
                ("uiterlijk", self._term_title(step.uiterlijk) if step.uiterlijk else None),
                ("bewijs", "; ".join(self._text("bewijs", id) for id in step.bewijs) or None),
            ]
            yield self._entry(step.id, self._text("stappen", step.id), fields, step.bronnen)

    def _warnings(self) -> Iterator[Entry]:
        for warning in self._versie.waarschuwingen:
            text = self._text("waarschuwingen", warning.woorden)
            yield self._entry(warning.woorden, text, [("als", warning.als)], warning.bronnen)

    def _explanations(self) -> Iterator[Entry]:
        for each in self._versie.toelichting:
            fields: list[Field] = [("bij", self._kaart["oordelen"][each.bij]), ("als", each.als)]
            yield self._entry(each.id, self._text("toelichting", each.id), fields, ())

    def _assumption(self, key: str) -> Entry:
        """What stands in for a fact: a value, or for a wish the first that is known of what it follows from."""
        fallback = self._stand_ins[key].fallback
        velden = self._words["velden"]
        if not isinstance(fallback, nodes.First):
            return self._of_said(key, _sentence_case(self._label(key)), (Said(velden["is"], fallback),))
        *first, last = fallback.choices
        said = [Said(velden["wens-eerst"], each) for each in first]
        said.append(Said(velden["wens-anders"] if first else velden["is"], last))
        return self._of_said(key, _sentence_case(self._label(key)), tuple(said))

    def _value(self, name: str) -> Entry:
        return self._of_said(
            name, _sentence_case(spoken(name)), (Said(self._words["velden"]["is"], self._values[name]),)
        )

    # --- what they are made of ------------------------------------------------------------------

    def _entry(self, id: str, title: str, fields: Iterable[Field], sources: tuple[Bron, ...]) -> Entry:
        said = self._said(fields)
        return Entry(id, title, said, sources, self._below(said))

    def _of_said(self, id: str, title: str, said: tuple[Said, ...]) -> Entry:
        return Entry(id, title, said, (), self._below(said))

    def _said(self, fields: Iterable[Field]) -> tuple[Said, ...]:
        """What the fields that are there say: the tree of an expression, and anything else as it is."""
        return tuple(
            Said(self._words["velden"][name], self._program.trees[text] if isinstance(text, Passage) else text)
            for name, text in fields
            if text is not None
        )

    def _below(self, said: Iterable[Said]) -> tuple[str, ...]:
        """The named values and assumptions that these build on, and those below them; they are kept to be read too."""
        names: dict[str, None] = {}
        for node in (node for each in said if isinstance(each.says, Node) for node in each.says.walk()):
            if isinstance(node, nodes.Named) and node.name != LEFT:
                self._values[node.name] = node.value
                names[node.name] = None
            elif isinstance(node, nodes.Assumed):
                self._stand_ins[node.name] = node
                names[node.name] = None
        return tuple(names)

    def _in_order_of_writing(self) -> list[str]:
        """The named values in use: those of the version as they stand there, then those that it shares."""
        written = (self._versie.afgeleid, *(each for g in self._soort.gedeeld for each in (g.gewoonlijk, g.afgeleid)))
        return [name for name in dict.fromkeys(name for names in written for name in names) if name in self._values]

    def _label(self, key: str) -> str:
        return str(self._rulebook.feiten[fact_of(key)].teksten[self._taal].label)

    def _leave(self, id: str) -> str:
        return str(self._rulebook.verlofsoorten[id].teksten[self._taal].naam)

    def _title(self, condition: str) -> str:
        words = self._soort.words(self._taal)
        return str(next(each.voorwaarden[condition].titel for each in words if condition in each.voorwaarden))

    def _term_title(self, term: str) -> str:
        return str(self._kaart["termijnen"].get(term, _sentence_case(term)))

    def _text(self, kind: str, id: str) -> str:
        """Words of the leave; a value that an answer fills in stands there by what it is called."""
        words = self._soort.words(self._taal)  # those of the leave itself before those that it shares
        text: Passage = next(texts[id] for each in words if id in (texts := getattr(each, kind)))
        pieces = Formatter().parse(text)
        return "".join(literal + ("" if name is None else f"[{self._called(name)}]") for literal, name, *_ in pieces)

    def _called(self, name: str) -> str:
        try:
            return self._lexicon.words(Meaning(name))
        except KeyError:
            return spoken(name)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
