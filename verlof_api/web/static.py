"""The page at `/` and the files of the widget, served from memory, compressed beforehand.

WSGI middleware between the application and the envelope: the addresses of the API stay those of the contract, and these
answers still get an id and a log line. What is not a file of ours goes on to the application.
"""

from collections.abc import Iterable
from typing import Final
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from verlof_api.embedding import Embedding, WebFile
from verlof_api.web.compression import ENCODING, packed_etag, takes_gzip
from verlof_api.web.envelope import OWN_SECURITY, security

YEAR: Final = "public, max-age=31536000, immutable"
ASK: Final = "public, no-cache"  # the stable loader and the page: asked again each time, mostly answered 304

# The page may load itself and nothing else; nothing of anyone else's may frame it.
_PAGE_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_OF_PAGE: Final = security(_PAGE_POLICY)


class StaticFiles:
    """`paths`: the addresses it answers; scripts of any origin may load them."""

    def __init__(self, app: WSGIApplication, embedding: Embedding) -> None:
        self._app = app
        self._files = embedding.files
        self.paths = frozenset(embedding.files)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        file = self._files.get(environ["PATH_INFO"])
        if file is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._app(environ, start_response)
        return self._answer(file, environ, start_response)

    def _answer(self, file: WebFile, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ[OWN_SECURITY] = _OF_PAGE
        small = takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
        body, etag = (file.compressed, packed_etag(file.etag)) if small else (file.body, file.etag)
        headers = [
            ("ETag", etag),
            ("Cache-Control", YEAR if file.immutable else ASK),
            ("Vary", "Accept-Encoding"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
        ]
        if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            start_response("304 Not Modified", headers)
            return []
        if small:
            headers.append(ENCODING)
        headers += [("Content-Type", file.media_type), ("Content-Length", str(len(body)))]
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
