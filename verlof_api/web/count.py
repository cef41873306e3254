"""How a caller stands after a request: what `limits` counts and `callers` tells."""

from dataclasses import dataclass

from verlof_api.settings.callers import Limit


@dataclass(frozen=True)
class Count:
    """`left` requests in the next `seconds`, of `limit`."""

    policy: str
    limit: Limit
    exceeded: bool
    left: int
    seconds: int

    def headers(self) -> list[tuple[str, str]]:
        """The fields of the IETF draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers)."""
        return [
            ("RateLimit-Policy", f'"{self.policy}";q={self.limit.requests};w={self.limit.seconds}'),
            ("RateLimit", f'"{self.policy}";r={self.left};t={self.seconds}'),
        ]
