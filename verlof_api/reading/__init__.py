"""The rules read aloud: one version of a leave written out, and the versions of a leave side by side."""

from verlof_api.reading.asked import NotThereError, check_in_force, day_of
from verlof_api.reading.html import page
from verlof_api.reading.model import in_force
from verlof_api.reading.version import Reader

__all__ = ["NotThereError", "Reader", "check_in_force", "day_of", "in_force", "page"]
