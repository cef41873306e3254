"""What the command `verlof` says: an answer as cards, an interview, and what changes between two days."""

from verlof_api.terminal.cards import cards, open_questions
from verlof_api.terminal.dialogue import Dialogue
from verlof_api.terminal.differences import View, differences

__all__ = ["Dialogue", "View", "cards", "differences", "open_questions"]
