"""How a desk is run: which record, who may come in, how much may be asked at once.

In: choices of `dragoman serve`. Out: frozen `Options` that everything else is built from.
"""

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe

from dragoman.errors import UsageError
from dragoman.settings import LEAST_CONFIDENCE

_LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices with their defaults. `token` "" means none; an address that others reach always has one.

    `fetch` allows a URL to be coded; `reviewer` is the name that reviews get where nobody gives one; `max_body` bounds
    a request in bytes and `max_wait` the seconds until all of it is there, `max_text` a pasted text in characters.
    `secret` signs cookies and forms of this start.
    """

    record: Path
    host: str = "127.0.0.1"
    port: int = 8000
    token: str = ""
    fetch: bool = False
    actors: str = ""
    min_confidence: float = LEAST_CONFIDENCE
    reviewer: str = "desk"
    max_body: int = 1 << 20
    max_wait: float = 20.0
    max_text: int = 50_000
    secret: str = field(default_factory=token_urlsafe, repr=False)

    def __post_init__(self) -> None:
        if not self.local and not self.token:
            raise UsageError(f"{self.host} can be reached by others: give a token with --token")
        if self.token and len(self.token) < 16:
            raise UsageError("token: give at least 16 characters")

    @property
    def local(self) -> bool:
        """Whether this machine alone can reach the desk."""
        return is_local(self.host)


def is_local(host: str) -> bool:
    """Whether an address to listen at is this machine's own."""
    if host in _LOCAL_NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
