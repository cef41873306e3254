"""Expressions read aloud in Dutch, and back to the same tree."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random

import pytest

from tests.support.random_rules import FACTS, Grower
from verlof_api.language import nodes
from verlof_api.language.backends.dutch import Lexicon, Meaning, read, spoken, write
from verlof_api.language.nodes import BOOL, DATUM, DUUR, GETAL, PERIODEN, Node, Type
from verlof_api.language.parser import MistakeError, parse
from verlof_api.law.errors import RulebookError
from verlof_api.law.strict_yaml import Passage

BOOMVERLOF = "wazo.boomverlof"

# Words that a sentence consists of too: names made of them are the hardest to keep apart.
_WORDS = (
    *("dag", "weken", "uren", "boom", "is", "is op", "op of voor", "of", "en", "niet", "geen", "na", "voor", "min"),
    *("plus", "ja", "als", "dan", ", dan", "anders", "het hoogste van", "(dag)", "4 weken na", "1 mei 2020", "bekend"),
    *("zoals verteld", "tot en met", "een heel getal", "'eik'", '"', "maal 2", "hooguit", "werkdagen na", "eik-hout"),
)


class Meanings:
    """What the names of the random trees mean (parser.Names)."""

    def __init__(self, named: Mapping[str, nodes.Named]) -> None:
        self._named = named

    def name(self, name: str) -> Node:
        if name in self._named:
            return self._named[name]
        key = name if name in FACTS else f"{name}@{BOOMVERLOF}"
        if key not in FACTS:
            raise MistakeError(f"`{name}` means nothing here")
        return nodes.Name(FACTS[key], key)

    def property_of(self, name: str, attribute: str) -> Node:
        return nodes.Lookup(GETAL, self.name(name), attribute)

    def of_leave(self, name: str, verlof: str) -> Node:
        return nodes.Name(FACTS[f"{name}@{verlof}"], f"{name}@{verlof}")

    def known(self, name: str) -> Node:
        fact = self.name(name)
        assert isinstance(fact, nodes.Name)
        return nodes.Known(BOOL, fact.name)

    def told(self, name: str) -> Node:
        return nodes.ToldName(FACTS[name], name)


class Speaker(Grower):
    """Random trees with everything that a rule can write."""

    def day(self, depth: int = 2) -> Node:
        if depth == 0:
            return super().day()
        match self.rng.randrange(7):
            case 0:
                return nodes.Arithmetic(DATUM, self.rng.choice("+-"), self.day(depth - 1), self.length())
            case 1:
                return nodes.Call(DATUM, "werkdagenNa", (self.day(depth - 1), self.number(depth - 1)))
            case 2:
                return nodes.Call(DATUM, self.rng.choice(["min", "max"]), (self.day(depth - 1), self.day(depth - 1)))
            case 3:
                return nodes.Call(DATUM, "eindeJaar", (self.day(depth - 1),))
            case 4:
                return nodes.Call(DATUM, "laatste", (self.fact(PERIODEN),))
            case 5:
                return self.choice(DATUM, self.day(depth - 1), self.day(depth - 1))
        return super().day()

    def number(self, depth: int = 2) -> Node:
        if depth == 0:
            return super().number()
        match self.rng.randrange(8):
            case 0 | 1:
                left, right = self.number(depth - 1), self.number(depth - 1)
                return nodes.Arithmetic(GETAL, self.rng.choice("+-*/"), left, right)
            case 2:
                days = self.day(depth - 1), self.day(depth - 1)
                return nodes.Call(GETAL, self.rng.choice(["dagen", "werkdagen"]), days)
            case 3:
                return nodes.Call(GETAL, "overlap", (self.fact(PERIODEN), self.day(depth - 1), self.day(depth - 1)))
            case 4:
                return nodes.Call(GETAL, "naarBoven", (self.number(depth - 1),))
            case 5 if self.rng.random() < 0.5:
                return nodes.Rate(GETAL, self.rng.choice([5, Decimal("1.5")]), "werkdag", "week")
            case 5:
                return nodes.ToldName(GETAL, "uren")
            case 6:
                return self.choice(GETAL, self.number(depth - 1), self.number(depth - 1))
        return super().number()

    def length(self) -> Node:
        return nodes.Duration(DUUR, self.number(1), self.rng.choice(["dagen", "weken", "maanden", "jaren"]))

    def choice(self, type: Type, one: Node, other: Node) -> Node:
        match self.rng.randrange(3):
            case 0:
                return nodes.AtMost(type, one, other)
            case 1:
                return nodes.If(type, self.tree(1), one, nodes.Const(type, None))
        return nodes.If(type, self.tree(1), one, other)

    def atom(self, depth: int = 0) -> Node:
        if depth > 0 and self.rng.random() < 0.2:
            return nodes.Call(BOOL, "heel", (self.number(1),))
        return super().atom(depth)


def bare(node: Node) -> Node:
    """`node` as its text alone says it: what stands in for a fact stands in the rule, not in the text that reads it."""
    match node:
        case nodes.Assumed():
            return nodes.Name(node.type, node.name)
        case nodes.Named() | nodes.Name() | nodes.Const() | nodes.Known():
            return node
        case nodes.Not():
            return nodes.Not(BOOL, bare(node.part))
        case nodes.All() | nodes.Any():
            return type(node)(BOOL, tuple(map(bare, node.parts)))
        case nodes.Compare():
            return nodes.Compare(BOOL, node.operator, bare(node.left), bare(node.right))
        case nodes.OneOf():
            return nodes.OneOf(BOOL, bare(node.part), node.options)
        case nodes.Arithmetic():
            return nodes.Arithmetic(node.type, node.operator, bare(node.left), bare(node.right))
        case nodes.Duration():
            return nodes.Duration(DUUR, bare(node.amount), node.unit)
        case nodes.If():
            return nodes.If(node.type, bare(node.condition), bare(node.then), bare(node.otherwise))
        case nodes.AtMost():
            return nodes.AtMost(node.type, bare(node.value), bare(node.limit))
        case nodes.Call():
            return nodes.Call(node.type, node.function, tuple(map(bare, node.arguments)))
    return node


def lexicon(rng: Random, named: Mapping[str, nodes.Named]) -> Lexicon:
    """Every name with words of its own, at random; some of them the same, many of them with grammar in them."""
    meanings = [Meaning.of_key(key) for key in FACTS]
    meanings += [
        Meaning("eersteVerlofdag"),
        Meaning("boom", eigenschap="hoogte"),
        Meaning("tweedeBoom", eigenschap="hoogte"),
    ]
    meanings += map(Meaning, named)
    return Lexicon({each: " ".join(rng.sample(_WORDS, rng.randrange(1, 4))) for each in meanings}, verlof=BOOMVERLOF)


@pytest.mark.parametrize("seed", range(300))
def test_a_random_expression_reads_back_as_the_same_tree_whatever_things_are_called(seed: int) -> None:
    rng = Random(seed)
    grower = Speaker(rng)
    tree = bare(rng.choice([lambda: grower.tree(3), grower.number, grower.day])())
    words = lexicon(rng, grower.named)
    sentence = write(tree, words)
    assert read(Passage(sentence), Meanings(grower.named), words) == tree, sentence


LABELS = {
    Meaning("p"): "erkenning van het kind",
    Meaning("q"): "adoptie of pleegzorg",
    Meaning("r"): "ziek kind",
    Meaning("boom"): "soort boom",
    Meaning("boom", eigenschap="hoogte"): "hoogte van soort boom",
    Meaning("uren"): "uren per week",
    Meaning("weken"): "gebruikte weken",
    Meaning("dag"): "eerste dag",
    Meaning("eersteVerlofdag"): "geboorte van het kind",
    Meaning("vorst"): "dagen met vorst",
}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("dag <= eersteVerlofdag + 4 weken", "eerste dag is op of voor 4 weken na geboorte van het kind"),
        ("dag > 2024-03-01 - 1 jaar + 1 dag", "eerste dag is na 1 dag na 1 jaar voor 1 maart 2024"),
        ("dag == dag + (weken) maanden", "eerste dag is op (gebruikte weken) maanden na eerste dag"),
        ("boom == eik", "soort boom is 'eik'"),
        ("boom != eik", "soort boom is niet 'eik'"),
        ("boom in [eik, den, beuk] en r", "soort boom is 'eik', 'den' of 'beuk' en ziek kind"),
        ("niet (boom in [eik, den]) of r", "soort boom is niet 'eik' of 'den' of ziek kind"),
        ("bekend(dag) en niet bekend(vorst)", "eerste dag is bekend en dagen met vorst is niet bekend"),
        ("p en (q of niet r)", 'erkenning van het kind en ("adoptie of pleegzorg" of geen ziek kind)'),
        ("niet (p en r)", "niet (erkenning van het kind en ziek kind)"),
        ("uren * weken + 1.5 > 0", "(uren per week maal gebruikte weken) plus 1,5 is meer dan 0"),
        ("uren - weken - 1 >= boom.hoogte", "uren per week min gebruikte weken min 1 is minstens hoogte van "
         "soort boom"),
        ("max(dag, eersteVerlofdag) < dag", "de laatste van (eerste dag, geboorte van het kind) is voor "
         "eerste dag"),
        ("overlap(vorst, dag, eersteVerlofdag) == 0", "het aantal dagen uit (dagen met vorst, eerste dag tot en "
         "met geboorte van het kind) is gelijk aan 0"),
        ("als p dan uren anders als r dan hooguit(uren, weken)", "als erkenning van het kind, dan uren per week, "
         "anders als ziek kind, dan (uren per week, maar hooguit gebruikte weken)"),
        ("uren / 7 dagen per week", "uren per week gedeeld door 7 dagen per week"),
        ("verteld(uren) / 2", "uren per week zoals verteld gedeeld door 2"),
        ("heel(uren / 2)", "uren per week gedeeld door 2 is een heel getal"),
        ("werkdagenNa(dag, 3) > dag", "3 werkdagen na eerste dag is na eerste dag"),
    ],
)  # fmt: skip
def test_an_expression_reads_as_a_jurist_would_say_it(text: str, sentence: str) -> None:
    words = Lexicon(LABELS, verlof=BOOMVERLOF)
    tree = parse(Passage(text), Meanings({}))
    assert write(tree, words) == sentence
    assert read(Passage(sentence), Meanings({}), words) == tree


def test_a_name_of_the_rules_is_said_in_words() -> None:
    assert spoken("laatsteEindeNaGeboorte") == "laatste einde na geboorte"


def test_two_things_with_the_same_words_go_by_their_own_names() -> None:
    words = Lexicon({Meaning("p"): "ziek", Meaning("q"): "Ziek", Meaning("r"): "gezond"})
    assert [words.words(Meaning(name)) for name in "pqr"] == ['"p"', '"q"', "gezond"]


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ("eerste dag is op of voor", "deze uitdrukking is niet af, na `is op of voor`"),
        ("laatste dag is bekend", "niets heet `laatste dag`"),
        ("eerste dag is meer dan 3", "een datum is niet te vergelijken met een getal"),
        ("soort boom is 'wilg'", "`wilg` kan hier niet; kies uit appel, beuk, den, eik"),
    ],
)
def test_a_sentence_that_says_nothing_is_refused_with_its_place(sentence: str, complaint: str) -> None:
    with pytest.raises(RulebookError) as refused:
        read(Passage(sentence, "zinnen.txt", 7), Meanings({}), Lexicon(LABELS, verlof=BOOMVERLOF))
    assert str(refused.value) == f"zinnen.txt:7: `{sentence}`: {complaint}"
