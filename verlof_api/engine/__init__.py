"""durable_rules as the inference engine, inside the subset in which it was measured to be right and safe."""

from verlof_api.engine.engine import ContradictionError, Engine, Finding, LimitError
from verlof_api.engine.ruleset import NIET_VOLDAAN, ONBEKEND, Condition, Rules

__all__ = [
    "NIET_VOLDAAN",
    "ONBEKEND",
    "Condition",
    "ContradictionError",
    "Engine",
    "Finding",
    "LimitError",
    "Rules",
]
