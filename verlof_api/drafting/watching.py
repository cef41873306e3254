"""Notice that a file of a rules folder changes, by looking at the files again and again.

A folder of rules has a few hundred small files: looking costs a few milliseconds, and it works on every disk.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

_PAUSE: Final = 0.5  # seconds between two looks


def changes(root: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield once at the start, and again each time that a file in `root` was written, added or removed.

    Never ends by itself; Ctrl-C goes through as KeyboardInterrupt.
    """
    seen = _states(root)
    yield
    while True:
        wait(_PAUSE)
        now = _states(root)
        if now != seen:
            seen = now
            yield


def _states(root: Path) -> dict[Path, tuple[int, int]]:
    """Of each file when it was last written (in nanoseconds) and its size (in bytes)."""
    states = {}
    for path in root.rglob("*"):
        if path.suffix not in (".yaml", ".json"):
            continue
        try:
            state = path.stat()
        except FileNotFoundError:  # removed while we look
            continue
        states[path] = (state.st_mtime_ns, state.st_size)
    return states
