"""durable_rules as the inference engine, inside the subset in which it was measured to be right and safe."""

from verlof_api.engine.driver import ContradictionError
from verlof_api.engine.engine import Engine, Finding, LimitError
from verlof_api.engine.ruleset import NIET_VOLDAAN, ONBEKEND, OPEN_NORM, VOLDAAN, Condition, Rules

__all__ = [
    "NIET_VOLDAAN",
    "ONBEKEND",
    "OPEN_NORM",
    "VOLDAAN",
    "Condition",
    "ContradictionError",
    "Engine",
    "Finding",
    "LimitError",
    "Rules",
]
