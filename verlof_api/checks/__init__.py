"""Is the rulebook right? What runs its scenarios, looks for holes and reads its words; together in `report.py`."""
