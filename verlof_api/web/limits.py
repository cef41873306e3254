"""How often a caller asks: counted with the library `limits`, in memory or in Redis, in windows of a fixed length.

What is counted under is no name and no address but a keyed hash. Its secret is made at the start and lives in memory,
unless several machines must count together: then the operator gives them the same one. Without the secret there is no
way back to who called. A window begins at the first request of a caller.
"""

from collections.abc import Callable
from hashlib import blake2b
from math import ceil
from secrets import token_bytes
from threading import Lock
from time import monotonic, time
from typing import Final

from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage

from verlof_api.settings import stop
from verlof_api.settings.callers import Limit, Secret
from verlof_api.web.count import Count

REDIS_TIMEOUT: Final = 0.25  # seconds that a request may wait for Redis
PAUSE: Final = 5.0  # seconds in which a Redis that did not answer is left alone
AWAY: Final = "limieten-niet-geteld"
BACK: Final = "limieten-weer-geteld"

_HASH_BYTES: Final = 16


class Counter:
    """
    Counts in `redis`, or in the memory of this process. `secret` makes the hashes; without, one is made here.

    While Redis does not answer nobody is refused: `warn` is told when that begins and when it ends, and `uncounted` is
    called for every request in between.
    """

    def __init__(
        self,
        redis: Secret | None,
        secret: Secret | None,
        warn: Callable[[str], None],
        uncounted: Callable[[], None],
    ) -> None:
        self._windows = MemoryStorage() if redis is None else _redis(redis)
        self._secret = token_bytes(blake2b.MAX_KEY_SIZE) if secret is None else blake2b(secret.encode()).digest()
        self._remote = redis is not None
        self._warn, self._uncounted = warn, uncounted
        self._lock = Lock()
        self._away = False
        self._ask_again_at = 0.0

    def count(self, policy: str, caller: str, limit: Limit) -> Count | None:
        """Count one request of a caller; None when it could not be counted."""
        if self._away and monotonic() < self._ask_again_at:
            self._uncounted()
            return None
        # not the strategy of the library, which counts and then reads the count back: another could come in between
        name = self._hash(f"{policy}:{limit.requests}/{limit.seconds}:{caller}")
        asked = monotonic()
        try:
            number = self._windows.incr(name, limit.seconds)
            ends = self._windows.get_expiry(name)
        except StorageError:
            self._silent()
            return None
        if self._remote and monotonic() - asked > REDIS_TIMEOUT:  # steps that are each in time can be too slow together
            self._silent()
            return None
        if self._away:
            self._answers()
        seconds = min(limit.seconds, max(1, ceil(ends - time())))
        return Count(policy, limit, number > limit.requests, max(0, limit.requests - number), seconds)

    def _hash(self, caller: str) -> str:
        return blake2b(caller.encode(), digest_size=_HASH_BYTES, key=self._secret).hexdigest()

    def _silent(self) -> None:
        with self._lock:
            began, self._away = not self._away, True
            self._ask_again_at = monotonic() + PAUSE
        if began:
            self._warn(AWAY)
        self._uncounted()

    def _answers(self) -> None:
        with self._lock:
            ended, self._away = self._away, False
        if ended:
            self._warn(BACK)


def _redis(address: Secret) -> RedisStorage:
    """Redis, asked once and briefly. The library for it is an extra, for who counts on more than one machine."""
    try:
        from redis import ConnectionPool
        from redis.backoff import NoBackoff
        from redis.retry import Retry
    except ImportError:
        stop("VERLOF_LIMIET_OPSLAG: Redis vraagt meer: pip install 'verlof-api[redis]'")
    pool = ConnectionPool.from_url(
        address,
        socket_timeout=REDIS_TIMEOUT,
        socket_connect_timeout=REDIS_TIMEOUT,
        retry=Retry(NoBackoff(), 0),
    )
    return RedisStorage(address, connection_pool=pool, key_prefix="verlof", wrap_exceptions=True)
