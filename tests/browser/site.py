"""The real service on localhost, and beside it the pages of made-up sites that embed the widget."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

import verlof_api
from verlof_api import embedding
from verlof_api.embedding import FOLDER, MODULE

VANDAAG = date(2026, 11, 22)
OWN_PAGES = "/gemeente/"
NOW = embedding.load(version("verlof-api"))


class _Quiet(WSGIRequestHandler):
    def log(self, *args: Any) -> None:
        """Nothing: the service has its own log."""


@dataclass
class Site:
    """`service`: where the API is; `other`: another origin, which serves the same and the pages of others."""

    service: str
    other: str
    published: dict[str, tuple[bytes, dict[str, str]]] = field(default_factory=dict)

    def page(
        self,
        body: str,
        *,
        csp: str = "",
        head: str = "",
        same_origin: bool = False,
        lang: str = "nl",
        pinned: bool = False,
    ) -> str:
        """Publish a page with the widget's module in it, of this very version when pinned; gives its address."""
        script = NOW.versioned if pinned else f"{MODULE}.js"
        module = f"{'' if same_origin else self.service}{FOLDER}{script}"
        html = (
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Gemeente</title>'
            '<meta name="viewport" content="width=device-width"><link rel="icon" href="/widget/teken.svg">'
            f'{head}<script type="module" src="{module}"></script></head>'
            f"<body><main><h1>Gemeente</h1>{body}</main></body></html>"
        )
        name = self.publish(html.encode(), "text/html; charset=utf-8", csp)
        return f"{self.service if same_origin else self.other}{name}"

    def publish(self, body: bytes, media_type: str, csp: str = "") -> str:
        """A file of a made-up site; gives its path, on either origin."""
        name = f"{OWN_PAGES}{len(self.published)}"
        headers = {"Content-Type": media_type} | ({"Content-Security-Policy": csp} if csp else {})
        self.published[name] = (body, headers)
        return name


@contextmanager
def serving() -> Iterator[Site]:
    service = verlof_api.create_app({"VANDAAG": lambda: VANDAAG, "ACCESS_LOG": False})
    site = Site("", "")

    def app(environ: Mapping[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] not in site.published:
            return service.wsgi_app(environ, start_response)  # type: ignore[arg-type]
        body, headers = site.published[environ["PATH_INFO"]]
        start_response("200 OK", list(headers.items()))
        return [body]

    servers = [_start(app), _start(app)]
    site.service, site.other = (f"http://127.0.0.1:{server.port}" for server in servers)
    try:
        yield site
    finally:
        for server in servers:
            server.shutdown()


def _start(app: Any) -> BaseWSGIServer:
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
