"""What the command `verlof` says: an answer as cards, an interview, what changes between two days, rules read aloud."""

from verlof_api.terminal.cards import cards, open_questions
from verlof_api.terminal.dialogue import Dialogue
from verlof_api.terminal.differences import View, differences
from verlof_api.terminal.reading import read_aloud

__all__ = ["Dialogue", "View", "cards", "differences", "open_questions", "read_aloud"]
