"""The functions of all rules are one module: it can be read, and is compiled when the first of them is called."""

import traceback
from datetime import date
from decimal import Decimal

import pytest

from tests.support.language import FILE, LINE, Version
from verlof_api.language.backends.python.module import Module, literal
from verlof_api.language.nodes import BOOL
from verlof_api.law.strict_yaml import Passage


def test_functions_call_one_another_whichever_is_written_first() -> None:
    module = Module()
    double = module.function("double", "n", ["return 2 * n"])
    four_times = module.function("four times", "n", [f"return {double}({double}(n))"])
    assert (module[four_times](3), module[double](3)) == (12, 6)


def test_a_function_is_the_same_object_before_and_after_it_is_compiled() -> None:
    module = Module()
    held = module[module.function("one", "", ["return 1"])]
    module.compile()
    assert held() == 1
    assert not held.__kwdefaults__


def test_what_is_written_later_is_compiled_when_it_is_called() -> None:
    module = Module()
    first = module[module.function("first", "", ["return 1"])]
    assert first() == 1
    second = module[module.function("second", "", ["return 2"])]
    assert (first(), second()) == (1, 2)


def test_a_thousand_functions_are_all_compiled() -> None:
    module = Module()
    names = [module.function("number", "", [f"return {number}"]) for number in range(1000)]
    assert [module[name]() for name in names] == list(range(1000))


def test_the_text_of_the_module_is_python_that_says_the_same_by_itself() -> None:
    module = Module()
    constant = module.constant("first day", literal(date(2020, 1, 2)))
    name = module.function("later", "days", [f"return {constant}.toordinal() + days"], place="regel.yaml:7")
    alone: dict[str, object] = {}
    exec(module.text, alone)
    assert alone[name](3) == module[name](3) == date(2020, 1, 5).toordinal()  # type: ignore[operator]
    assert "# regel.yaml:7\ndef later_0(days):" in module.text


def test_a_place_cannot_add_a_line_of_code() -> None:
    module = Module()
    name = module.function("one", "", ["return 1"], place="regel\nraise SystemExit\r.yaml:7")
    assert module[name]() == 1


def test_a_traceback_names_the_function() -> None:
    module = Module("rules.py")
    fails = module[module.function("division", "n", ["return 1 / n"])]
    with pytest.raises(ZeroDivisionError) as caught:
        fails(0)
    assert traceback.extract_tb(caught.tb)[-1][::2] == ("rules.py", "division_0")


@pytest.mark.parametrize(
    "value", [None, True, 3, "ja", (), date(2024, 2, 29), Decimal("0.70"), {"a": Decimal("1"), "b": date(2024, 1, 1)}]
)
def test_a_value_of_the_rules_is_written_as_python_reads_it_back(value: object) -> None:
    read: object = eval(literal(value), {"date": date, "Decimal": Decimal})
    assert (read, str(read)) == (value, str(value))


def test_what_cannot_stand_in_the_rules_is_not_written() -> None:
    with pytest.raises(TypeError, match="a float cannot be written down"):
        literal(0.5)


def test_a_function_says_where_its_rule_stands(plain: Version) -> None:
    run = plain.program.compile(plain.program.expression(Passage("leeftijd > 41", FILE, LINE), BOOL))
    assert f"# {FILE}:{LINE}\ndef {run.__name__}(env):" in plain.program.compiler.module.text
