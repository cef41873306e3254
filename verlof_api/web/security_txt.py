"""`GET /.well-known/security.txt`: where to report a weakness (RFC 9116).

Only the operator knows who reads such a report, so without `VERLOF_SECURITY_CONTACT` there is nothing at this address:
a file with an address that nobody reads is worse than none.
"""

from datetime import timedelta
from typing import Final

from flask import Flask, Response, request

from verlof_api.web.incoming import query, require_accept
from verlof_api.web.services import Services

ADDRESS: Final = "/.well-known/security.txt"
TEXT: Final = "text/plain"

# The file must say until when it can be relied on, advised is less than a year ahead (RFC 9116, section 2.5.5). It is
# worked out when it is asked for, so that a service that runs for years never serves one that lapsed.
_GOOD_FOR: Final = timedelta(days=180)
_KEEP: Final = "public, max-age=86400"


def register(app: Flask, services: Services) -> None:
    contacts = services.settings.security_contact

    def security_txt() -> Response:
        require_accept(request, TEXT)
        query(request)
        lines = [
            *(f"Contact: {contact}" for contact in contacts),
            f"Expires: {services.vandaag() + _GOOD_FOR}T00:00:00Z",
            f"Preferred-Languages: {', '.join(services.beoordelaar.rulebook.talen)}",
        ]
        return Response("\n".join(lines) + "\n", 200, [("Cache-Control", _KEEP)], content_type=f"{TEXT}; charset=utf-8")

    if contacts:
        app.add_url_rule(ADDRESS, view_func=security_txt)
