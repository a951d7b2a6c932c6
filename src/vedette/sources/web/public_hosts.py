"""Which machines may be asked: public ones, told by the numbers that the name service gives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from vedette.sources.web.answers import Fault, Unfetched

# Name, port -> numbers, in the order in which they are tried.
Resolve = Callable[[str, int], Sequence[str]]

_TRANSLATED = ip_network("64:ff9b::/96")  # NAT64: the last four bytes are an IPv4 address
# Tunnels of another age, and ranges that Python, by its version, takes for public.
_NOT_ASKED = tuple(
    ip_network(numbers)
    for numbers in (
        "2002::/16", "2001::/32", "::/96", "64:ff9b:1::/48", "fec0::/10", "192.88.99.0/24", "100.64.0.0/10",
    )
)


def is_public(number: str) -> bool:
    """Say whether an IP address is one of the public internet.

    Private, loopback, link-local, carrier (CGNAT), multicast and reserved
    ranges are not, nor are addresses of tunnels. An IPv4 address inside an
    IPv6 one (mapped, or NAT64) is judged as what it is.

    Example:
        >>> is_public("9.9.9.9"), is_public("10.0.0.8"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::a00:8")
        (True, False, False, False)
    """
    inner = _inner(ip_address(number.partition("%")[0]))
    if inner.is_multicast or inner.is_reserved or not inner.is_global:
        return False
    return not any(inner in network for network in _NOT_ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicHosts:
    """Finds the numbers of a name, and refuses names that lead inside a network.

    ``allow`` are hosts that may be asked wherever they lie. A name with
    several numbers is refused when one of them is not public.
    """

    allow: frozenset[str] = frozenset()
    resolve: Resolve

    def numbers(self, host: str, port: int, *, timeout: float, source: str) -> tuple[str, ...]:
        """Give the IP addresses of a host, each of which may be connected to.

        Raises:
            Unfetched: The name is unknown, not answered in time, or not public.
        """
        found = _in_time(self.resolve, host, port, timeout=timeout, source=source)
        if host in self.allow or all(map(is_public, found)):
            return found
        raise Unfetched(
            Fault.PRIVATE, "It lies inside a private network, which Vedette does not read.", source=source,
            advice="Save the page as a file and add the file.",
        )


def ask_system(host: str, port: int) -> tuple[str, ...]:
    """Give what the name service of this machine knows, once each, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _inner(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(number, IPv4Address):
        return number
    if number.ipv4_mapped:
        return number.ipv4_mapped
    return IPv4Address(number.packed[-4:]) if number in _TRANSLATED else number


def _in_time(resolve: Resolve, host: str, port: int, *, timeout: float, source: str) -> tuple[str, ...]:
    # The name service of the system knows no time-out; a thread that waits for it may be left behind.
    found: list[tuple[str, ...]] = []
    wrong: list[Exception] = []

    def ask() -> None:
        try:
            found.append(tuple(resolve(host, port)))
        except (OSError, ValueError) as error:
            wrong.append(error)

    asking = threading.Thread(target=ask, name=f"resolve {host}", daemon=True)
    asking.start()
    asking.join(timeout)
    if found and found[0]:
        return found[0]
    silent = f"The name service did not answer within {timeout:g} seconds."
    reason = f"The name {host} is not known." if found or wrong else silent
    raise Unfetched(
        Fault.DNS, reason, source=source, advice="Check the address and the network."
    ) from next(iter(wrong), None)
