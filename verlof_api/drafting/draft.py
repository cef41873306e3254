"""Files to be made and files to be changed, written only when all of them are known."""

from dataclasses import dataclass, field
from pathlib import Path


class DraftError(Exception):
    """What was asked cannot be written as it was asked. `args`: why, in words for a jurist, one line each."""


@dataclass
class Draft:
    """`made`: new files and their text. `changed`: files that exist, their new text and what is new in them."""

    made: dict[Path, str] = field(default_factory=dict)
    changed: dict[Path, str] = field(default_factory=dict)
    what: dict[Path, str] = field(default_factory=dict)
    _before: dict[Path, str] = field(default_factory=dict)

    def text(self, path: Path) -> str:
        """The text of a file that exists, with what this draft changed in it so far."""
        return self.changed[path] if path in self.changed else path.read_text("utf-8")

    def change(self, path: Path, text: str, what: str) -> None:
        """Take in the new text of a file that exists; `what` says what is new in it."""
        self._before.setdefault(path, path.read_text("utf-8"))
        self.changed[path] = text
        self.what[path] = f"{self.what[path]}, {what}" if path in self.what else what

    def write(self) -> None:
        """Write all files. Raises DraftError, and leaves everything as it was, when one of them cannot be written."""
        existing = [str(path) for path in self.made if path.exists()]
        if existing:
            raise DraftError(f"Dit bestaat al, en blijft zoals het is: {', '.join(existing)}.")
        try:
            for path in self.made:
                path.parent.mkdir(parents=True, exist_ok=True)
            for path, text in (self.made | self.changed).items():
                path.write_text(text, "utf-8")
        except OSError as error:
            self.undo()
            raise DraftError(f"{error.filename} is niet te schrijven. Er is niets gewijzigd.") from error

    def undo(self) -> None:
        """Put back what `write` changed, and remove what it made."""
        for path, text in self._before.items():
            if path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")
        for path in self.made:
            path.unlink(missing_ok=True)
        for folder in {path.parent for path in self.made}:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def shown(path: Path) -> Path:
    """A path as somebody sees it who stands in the repository: without links, and from here where it lies below."""
    real, here = path.resolve(), Path.cwd()
    return real.relative_to(here) if real.is_relative_to(here) else real
