"""Advice on top of an assessment: in which order to use the leaves, what would help, and until when a right lasts.

`advise` gives everything at once. What it needs of the rules is read when it is first called for a Beoordelaar.
"""

from verlof_api.advice.adviser import advise, route, wat_zou_helpen

__all__ = ["advise", "route", "wat_zou_helpen"]
