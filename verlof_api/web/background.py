"""What a process works out once, after it began to serve, so that neither the start nor a request pays for it."""

from collections.abc import Callable
from threading import Timer
from typing import Final

from flask import Flask

_KEY: Final = "verlof.afterwards"
_DELAY: Final = 1.0  # seconds: the first requests go before


def afterwards(app: Flask, work: Callable[[], None]) -> None:
    """Have `work` done by whoever serves the application; it must be right as well when nobody does it."""
    app.extensions.setdefault(_KEY, []).append(work)


def start(app: Flask) -> Timer:
    """Do that work in a thread of this process. Threads do not survive a fork: call it in the process that serves."""

    def work() -> None:
        for each in app.extensions.get(_KEY, ()):
            each()

    timer = Timer(_DELAY, work)
    timer.daemon = True  # nothing waits for it at the end
    timer.start()
    return timer
