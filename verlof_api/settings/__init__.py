"""What an operator may set: one table, read before anything else starts.

gunicorn, the command line and the web all read it, so it knows none of them.
"""

from verlof_api.settings.table import Settings, SettingsError, rows, stop

__all__ = ["Settings", "SettingsError", "rows", "stop"]
