"""The rule files, loaded strictly into frozen objects. Knows YAML and the shape of a rule, nothing of evaluation."""

from verlof_api.law.errors import Loaded, RulebookError, RuleError
from verlof_api.law.folder import Folder, open_folder
from verlof_api.law.loader import RULES, load_rulebook
from verlof_api.law.regelboek import Rulebook

__all__ = ["RULES", "Folder", "Loaded", "RuleError", "Rulebook", "RulebookError", "load_rulebook", "open_folder"]
