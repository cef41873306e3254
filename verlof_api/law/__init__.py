"""The rule files, loaded strictly into frozen objects. Knows YAML and the shape of a rule, nothing of evaluation."""

from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.loader import RULES, load_rulebook
from verlof_api.law.regelboek import Rulebook

__all__ = ["RULES", "RuleError", "Rulebook", "RulebookError", "load_rulebook"]
