"""`GET /.well-known/security.txt`: where to report a weakness (RFC 9116).

Only the operator knows who reads such a report, so without `VERLOF_SECURITY_CONTACT` there is nothing at this address:
a file with an address that nobody reads is worse than none.
"""

from datetime import timedelta
from typing import Final

from verlof_api.web.answers import KeptReply, Rendition
from verlof_api.web.resource import Asked, Resource, get
from verlof_api.web.services import Services

ADDRESS: Final = "/.well-known/security.txt"
TEXT: Final = "text/plain"

# The file must say until when it can be relied on, advised is less than a year ahead (RFC 9116, section 2.5.5). It is
# worked out when it is asked for, so that a service that runs for years never serves one that lapsed.
_GOOD_FOR: Final = timedelta(days=180)
_KEEP: Final = 86_400  # seconds


def resources(services: Services) -> list[Resource]:
    contacts = services.settings.security_contact

    def security_txt(asked: Asked[None]) -> KeptReply:
        lines = [
            *(f"Contact: {contact}" for contact in contacts),
            f"Expires: {services.vandaag() + _GOOD_FOR}T00:00:00Z",
            f"Preferred-Languages: {', '.join(services.talen)}",
        ]
        return KeptReply(Rendition.of("".join(f"{line}\n" for line in lines).encode(), None, TEXT), _KEEP)

    return [Resource(ADDRESS, get(security_txt, gives=(TEXT,)))] if contacts else []
