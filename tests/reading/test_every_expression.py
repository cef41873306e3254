"""Every expression of the real rules can be read aloud, and says the same when it is read back."""

from collections.abc import Iterator

from verlof_api.assessment import Beoordelaar
from verlof_api.language import nodes
from verlof_api.language.backends.dutch import read, write
from verlof_api.language.nodes import Node, Type
from verlof_api.language.program import Program
from verlof_api.law.strict_yaml import Passage
from verlof_api.reading.lexicon import lexicon_of


def expressions(program: Program) -> Iterator[tuple[Node, Type | None]]:
    """What a version writes, and the type of the fact where it is an assumption."""
    for tree in program.trees.values():
        yield tree, None
    for definition in program.definitions.values():
        match definition:
            case nodes.Named(value=value):
                yield value, None
            case nodes.Assumed(type=type, fallback=fallback) if not _is_a_choice(fallback):
                yield fallback, type


def _is_a_choice(fallback: Node) -> bool:
    """Not an expression: an option of the fact, or the wishes that a wish follows from."""
    return isinstance(fallback, nodes.First) or (isinstance(fallback, nodes.Const) and isinstance(fallback.value, str))


def test_every_expression_of_every_version_reads_back_as_the_same_tree(real_beoordelaar: Beoordelaar) -> None:
    read_aloud = 0
    for plan in real_beoordelaar.plans.values():
        words = lexicon_of(real_beoordelaar.rulebook, plan.verlofsoort, plan.versie)
        for tree, stands_in in expressions(plan.program):
            sentence = write(tree, words)
            assert read(Passage(sentence), plan.program, words, stands_in) == tree, f"{plan.key}: {sentence}"
            read_aloud += 1
    assert read_aloud > 10_000
