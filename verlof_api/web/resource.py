"""One way to be a resource: it says what it reads and what it gives, and everything of HTTP is done here.

    def weekdag(asked: Asked[date]) -> Reply:
        return Reply.of_json({"weekdag": asked.input.isoweekday()}, None)

    Resource("/v1/weekdag", get(weekdag, Query({"dag": peildatum}, itemgetter("dag"), required=("dag",))))

At the start `register` hangs resources in the application. At a request `Endpoint` looks at the media type, the query
and the body, in that order, and refuses what is not right before anything is worked out; a view is only called with
input that was read, and `respond` makes what it gives back an answer of HTTP. So a view cannot forget any of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from flask import Flask, Request, Response, request

from verlof_api.intake import InputErrors, InputMistake, parse
from verlof_api.intake.paths import write
from verlof_api.web.answers import KeptReply, Reply, respond
from verlof_api.web.background import afterwards
from verlof_api.web.envelope import REQUEST_ID
from verlof_api.web.incoming import QUERY, Reader, json_body, query, require_accept
from verlof_api.web.negotiation import JSON, accepts, language

T = TypeVar("T")
Today = Callable[[], date]


@dataclass(frozen=True)
class Asked(Generic[T]):
    """What a view knows of a request.

    input: what was told in the query or the body, as it was read; None where nothing can be told.
    taal: the language that the caller prefers, of those we speak.
    media_type: the one that the answer is to have, of those that the resource gives.
    path: the open parts of the address. request_id: the number by which the log knows the request.
    """

    input: T
    taal: str
    media_type: str
    path: Mapping[str, str]
    request_id: str


View = Callable[[Asked[T]], Reply | KeptReply]


@dataclass(frozen=True)
class Query(Generic[T]):
    """What a resource reads of the query.

    keys: per key a function from its text and its path to its value. make: from the values that were given to the input
    of the view. Both may raise InputErrors. required: the keys without which there is no input.
    """

    keys: Mapping[str, Reader]
    make: Callable[[Mapping[str, Any]], T]
    required: tuple[str, ...] = ()

    def read(self, current: Request) -> T:
        """The input, or InputErrors."""
        given = query(current, self.keys)
        missing = [InputMistake("verplicht").at(write([QUERY, key])) for key in self.required if key not in given]
        if missing:
            raise InputErrors(missing)
        return self.make(given)


def _nothing(_: object) -> None:
    """What is not asked for."""


NO_QUERY: Final[Query[Any]] = Query({}, _nothing)


@dataclass(frozen=True)
class Method(Generic[T]):
    """One method of a resource, made by `get` or `post`.

    read: from the request, the most bytes that a body may have, and what tells which day it is, to the input.
    gives: the media types that the answer can have, the ordinary one first.
    wants: the media type that the input itself asks for; where that is None the Accept header decides.
    """

    name: str
    view: View[T]
    read: Callable[[Request, int, Today], T]
    gives: tuple[str, ...]
    wants: Callable[[T], str | None]


def get(view: View[T], reads: Query[T] = NO_QUERY, *, gives: tuple[str, ...] = (JSON,)) -> Method[T]:
    """GET, and HEAD with it."""

    def read(current: Request, max_body: int, today: Today) -> T:
        return reads.read(current)

    return Method("GET", view, read, gives, _nothing)


def post(
    view: View[T],
    reads: Callable[[object, date], T],
    *,
    gives: tuple[str, ...] = (JSON,),
    wants: Callable[[T], str | None] = _nothing,
) -> Method[T]:
    """POST of JSON. `reads`: from what was decoded and the day it is to the input; may raise InputErrors."""

    def read(current: Request, max_body: int, today: Today) -> T:
        query(current)
        return reads(parse(json_body(current, max_body)), today())

    return Method("POST", view, read, gives, wants)


class Resource:
    """An address with its methods. `<name>` in the address is an open part.

    background: what is better worked out before somebody asks, by the process that serves.
    """

    def __init__(self, address: str, *methods: Method[Any], background: Callable[[], None] | None = None) -> None:
        self.address = address
        self.methods = {method.name: method for method in methods}
        self.background = background


class Endpoint:
    """A resource as Flask calls it."""

    def __init__(self, resource: Resource, max_body: int, today: Today) -> None:
        self.resource = resource
        self._max_body, self._today = max_body, today

    def __call__(self, **path: str) -> Response:
        # `request` stands for the current request and looks it up at every use: once is enough
        current = request._get_current_object()  # type: ignore[attr-defined]
        name = "GET" if current.method == "HEAD" else current.method
        return self._answer(self.resource.methods[name], current, path)

    def _answer(self, method: Method[Any], current: Request, path: Mapping[str, str]) -> Response:
        require_accept(current, method.gives)
        told = method.read(current, self._max_body, self._today)
        media_type = _chosen(method, told, current)
        asked = Asked(told, language(current), media_type, path, current.environ[REQUEST_ID])
        return respond(method.view(asked), current)


def _chosen(method: Method[T], told: T, current: Request) -> str:
    """The media type of the answer: the one that was asked for in so many words, or the first that the caller takes."""
    wanted = method.wants(told)
    if wanted is None:
        return next(each for each in method.gives if accepts(current, each))
    require_accept(current, (wanted,))
    return wanted


def register(app: Flask, resources: Iterable[Resource], max_body: int, today: Today) -> None:
    """Hang the resources in the application: one rule per address, so that OPTIONS and 405 name all its methods."""
    for each in resources:
        endpoint = each.address.replace(".", "_")  # to Flask a dot in a name means a blueprint
        app.add_url_rule(each.address, endpoint, Endpoint(each, max_body, today), methods=[*each.methods])
        if each.background:
            afterwards(app, each.background)
