"""Only the public internet: a transport that connects to no address of this machine or of a private network.

In: requests of an httpx client. Out: their responses, or a SourceError. The name is resolved here and the connection
made to the very address that was looked at, for each redirect anew, so that a name cannot change its mind.
"""

import socket
from ipaddress import IPv6Address, IPv6Network, ip_address

import httpx

from dragoman.errors import SourceError

_NAT64 = IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


class PublicTransport(httpx.BaseTransport):
    """Hands requests to public addresses on to `inner`, which by default is httpx's own."""

    def __init__(self, inner: httpx.BaseTransport | None = None) -> None:
        self._inner = inner or httpx.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response. Raises SourceError for an address that is not public."""
        url = request.url
        address = public_address(url.host, url.port or _PORTS.get(url.scheme, 443))
        extensions = {**request.extensions, "sni_hostname": url.host}
        asked = httpx.Request(
            request.method,
            url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions=extensions,
        )
        return self._inner.handle_request(asked)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def public_address(host: str, port: int) -> str:
    """The first address of a host, when all that it has are public. Raises SourceError."""
    found = _addresses(host, port)
    refused = [one for one in sorted(found) if not is_public(one)]
    if refused or not found:
        raise SourceError(f"{host[:200]}: is no public address; only pages of the public internet are fetched")
    return min(found, key=lambda one: (":" in one, one))


def inner(host: str) -> bool:
    """Whether a host is there and has an address that is not public."""
    try:
        return not all(map(is_public, _addresses(host, None)))
    except SourceError:
        return False


def _addresses(host: str, port: int | None) -> set[str]:
    try:
        return {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise SourceError(f"{host[:200]}: no such host") from None


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also where it is wrapped into IPv6."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if found in _NAT64:
            return is_public(str(ip_address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast
