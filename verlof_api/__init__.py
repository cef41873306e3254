"""Verlofregelaar API: which leave can be used in a situation, as data. `create_app()` makes the web application."""

from typing import Any

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    # The factory is imported when it is asked for, so that the command line and the checks do without the web.
    if name == "create_app":
        from verlof_api.web import create_app

        return create_app
    raise AttributeError(name)
