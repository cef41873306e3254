"""Web pages that stand alone: nothing is fetched, nothing runs, and a policy lets in their own styles only."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined


@dataclass(frozen=True)
class Style:
    """A style sheet that stands in a page; `source` is how a Content-Security-Policy names exactly this one (CSP 3)."""

    css: str
    source: str

    @classmethod
    def of(cls, css: str) -> "Style":
        """
        >>> Style.of("alert('Hello, world.');").source  # the example of CSP 3 itself
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        """
        return cls(css, f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'")

    @classmethod
    def read(cls, name: str) -> "Style":
        """The style sheet of this name among the templates."""
        return cls.of(files(__name__).joinpath("templates", name).read_text("utf-8"))


def policy(styles: Iterable[Style], in_page: bool = False) -> str:
    """The Content-Security-Policy of a page with these styles. `in_page`: for a page that is a file, to stand in its
    own `<meta>`, where a browser does not take what is said about frames."""
    sources = " ".join(style.source for style in styles)
    said = f"default-src 'none'; style-src {sources}; base-uri 'none'; form-action 'none'"
    return said if in_page else f"{said}; frame-ancestors 'none'"


def environment() -> Environment:
    """The templates of this package, escaping everything; a name that is not known is an error."""
    return Environment(
        loader=PackageLoader(__name__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
