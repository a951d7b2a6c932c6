"""Which known outlet an address or a name belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from vedette.model import KnownOutlet


@dataclass(frozen=True, slots=True)
class OutletIndex:
    """The outlets of the knowledge packs, found by domain and by any of their names."""

    domains: Mapping[str, KnownOutlet]
    names: Mapping[str, str]

    @classmethod
    def of(cls, outlets: Sequence[KnownOutlet]) -> OutletIndex:
        """Index outlets. Where two claim one domain or name, the first has it.

        Example:
            >>> from vedette.model import LinkKind
            >>> post = KnownOutlet(id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",))
            >>> OutletIndex.of([post]).at("https://www.post.example/news/1")
            'Example Post'
        """
        domains: dict[str, KnownOutlet] = {}
        names: dict[str, str] = {}
        for outlet in outlets:
            for domain in outlet.domains:
                domains.setdefault(_in_ascii(domain.lower()).removeprefix("www."), outlet)
            for name in (outlet.name, *outlet.aliases):
                names.setdefault(_key(name), outlet.name)
        return cls(domains, names)

    def at(self, url: str | None) -> str | None:
        """Give the name of the outlet whose domain, or a domain above it, the address has."""
        outlet = self.outlet_at(url)
        return outlet.name if outlet else None

    def outlet_at(self, url: str | None) -> KnownOutlet | None:
        """Give the outlet whose domain, or a domain above it, the address has."""
        host = _host(url)
        while host:
            if host in self.domains:
                return self.domains[host]
            host = host.partition(".")[2]
        return None

    def name_of(self, name: str) -> str | None:
        """Give the outlet's usual name for any of its names; ``None`` for a name that no pack has."""
        return self.names.get(_key(name))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _host(url: str | None) -> str:
    try:
        return _in_ascii(urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""  # an address with a broken host names no outlet


def _in_ascii(host: str) -> str:
    """Give a host as addresses on the wire have it ("газета.укр" is "xn--80aahjj1e.xn--j1amh").

    Raises:
        ValueError: It is no name that a host can have.
    """
    return host if host.isascii() else host.encode("idna").decode("ascii")
