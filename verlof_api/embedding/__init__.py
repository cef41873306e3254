"""The widget and its page as files to serve: names that tell the version, hashes for embedders, compressed forms.

Read once, from the folder widget/ at the root, which travels in the package as verlof_api/widget.
"""

import gzip
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256, sha384
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from verlof_api.embedding.assembly import assemble

MODULE: Final = "verlof-regelaar"
FOLDER: Final = "/widget/"
PAGE: Final = "index.html"
RELEASES: Final = "uitgaven"  # earlier versioned files, kept for who pinned them

_MEDIA_TYPES: Final[Mapping[str, str]] = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "html": "text/html; charset=utf-8",
    "md": "text/plain; charset=utf-8",  # which a browser shows
}


@dataclass(frozen=True)
class WebFile:
    """One file; `immutable` when its name holds a hash of what is in it, so that caches never need to ask again."""

    body: bytes
    compressed: bytes
    etag: str
    media_type: str
    immutable: bool

    @classmethod
    def of(cls, name: str, body: bytes, immutable: bool = False) -> "WebFile":
        media_type = _MEDIA_TYPES[name.rpartition(".")[2]]
        return cls(body, gzip.compress(body, 9, mtime=0), f'"{sha256(body).hexdigest()[:32]}"', media_type, immutable)


@dataclass(frozen=True)
class Embedding:
    """`versioned`: name of the module as it is now; `integrity`: its hash for the `integrity` attribute (W3C SRI)."""

    versioned: str
    integrity: str
    files: Mapping[str, WebFile]

    @property
    def script(self) -> WebFile:
        """The module as it is now."""
        return self.files[FOLDER + self.versioned]


def snippet(address: str, hashed: str, api: str = "") -> str:
    """What a webmaster pastes: the script at `address`, checked by its hash; `api` when the service is elsewhere."""
    attribute = f' api="{api}"' if api else ""
    return (
        f'<script type="module" src="{address}"\n'
        f'  integrity="{hashed}" crossorigin="anonymous"></script>\n'
        f"<verlof-regelaar{attribute}>\n"
        '  <a href="https://www.rijksoverheid.nl/onderwerpen/verlof-en-vakantie">Lees over verlof</a>\n'
        "</verlof-regelaar>"
    )


def integrity(body: bytes) -> str:
    """
    >>> integrity(b"alert('Hello, world.');")
    'sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO'
    """
    return f"sha384-{b64encode(sha384(body).digest()).decode()}"


def load(version: str) -> Embedding:
    """Everything under its address. `version` is that of the service."""
    folder = files("verlof_api").joinpath("widget")
    body = assemble(folder, f"{MODULE}.js").encode()
    versioned = f"{MODULE}-{version}-{sha256(body).hexdigest()[:8]}.js"
    hashed = integrity(body)
    loader = f'export * from "./{versioned}";\n'.encode()
    words = {"VERSIE": version, "BESTAND": FOLDER + versioned, "SRI": hashed}
    served = {
        FOLDER + versioned: WebFile.of(versioned, body, immutable=True),
        f"{FOLDER}{MODULE}.js": WebFile.of(f"{MODULE}.js", loader),
        "/": WebFile.of(PAGE, _filled(folder.joinpath(PAGE).read_text("utf-8"), words)),
    }
    for file in folder.iterdir():
        if file.name.endswith((".css", ".md", ".svg")) or file.name == "pagina.js":
            served[FOLDER + file.name] = WebFile.of(file.name, file.read_bytes())
    return Embedding(versioned, hashed, {**_earlier(folder.joinpath(RELEASES)), **served})


def _filled(page: str, words: Mapping[str, str]) -> bytes:
    for name, word in words.items():
        page = page.replace(f"[[{name}]]", word)
    return page.encode()


def _earlier(folder: Traversable) -> dict[str, WebFile]:
    if not folder.is_dir():
        return {}
    scripts = sorted((file for file in folder.iterdir() if file.name.endswith(".js")), key=lambda file: file.name)
    return {FOLDER + file.name: WebFile.of(file.name, file.read_bytes(), immutable=True) for file in scripts}
