"""Web addresses: told from paths, taken apart, and written in one way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from ipaddress import IPv6Address
from urllib.parse import urlsplit

import httpx

from vedette.sources.web.answers import Fault, Unfetched

_LONGEST, _LONGEST_HOST = 4_096, 253
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_AUTHORITY = re.compile(r"(?i)https?://[^/?#]*\\")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
# What only tells a site through which link a reader came. Names that some site may mean otherwise ("ref", "from",
# "source") stay: an address too many is fetched twice, an address too short is another article.
_TRACKING = re.compile(
    r"(?i)utm_\w+|(?:fb|g|d|y|ys|tw|tt)clid|msclkid|gclsrc|[gw]braid|mc_[ce]id|igsh(?:id)?|_openstat|_hs\w+"
    r"|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)"
    r"|__twitter_impression|xtor|wt_mc|s_cid|oly_(?:anon|enc)_id|vero_(?:id|conv)|guc(?:e_referrer\w*|counter)|_ga|_gl"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """The parts of an http(s) address that matter to a server.

    ``host`` is as the name service knows it (lower case, international names
    in their ASCII form); ``target`` is path and query. Credentials and the
    fragment are not kept: neither is ever sent.
    """

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, address: str) -> WebAddress:
        """Take an address apart.

        Raises:
            Unfetched: It is no http(s) address.

        Example:
            >>> WebAddress.of("HTTPS://me:secret@Bücher.Example/a?b=1#top")
            WebAddress(scheme='https', host='xn--bcher-kva.example', port=443, target='/a?b=1')
        """
        try:
            return cls._read(address.strip())
        except (httpx.InvalidURL, ValueError) as error:
            raise Unfetched(
                Fault.ADDRESS, "It is no web address.", source=address,
                advice="Give an address that begins with http:// or https://.",
            ) from error

    @classmethod
    def _read(cls, address: str) -> WebAddress:
        # Programs disagree on which host a backslash leaves, so there is none.
        if len(address) > _LONGEST or _AUTHORITY.match(address):
            raise ValueError("too long, or a backslash before the path")
        parts = httpx.URL(address)
        if parts.scheme not in _PORTS:
            raise ValueError("no scheme of the web")
        host = _host(parts.raw_host.decode("ascii").removesuffix("."))
        port = _PORTS[parts.scheme] if parts.port is None else parts.port
        if not 0 < port < 65_536:
            raise ValueError("no such port")
        return cls(scheme=parts.scheme, host=host, port=port, target=parts.raw_path.decode("ascii"))

    @property
    def place(self) -> str:
        """The host, in brackets where it must be, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.place}{self.target}"

    def leads_to(self, location: str) -> WebAddress:
        """Give the address that a link or a redirect on this one means.

        Raises:
            Unfetched: That is no http(s) address.
        """
        try:
            return WebAddress.of(str(httpx.URL(str(self)).join(location.strip())))
        except (httpx.InvalidURL, ValueError) as error:
            raise Unfetched(Fault.ADDRESS, "It is no web address.", source=location) from error


def canonical(address: str) -> str:
    """Write an address in the one way in which Vedette keeps it, so that an article has one address.

    Host in lower case and ASCII, no default port, no credentials, no
    fragment, no parameters that only track readers (``utm_...``, ``fbclid``),
    percent-encoding only where it is needed and in capitals. The order of
    parameters, http or https, ``www.`` and a closing slash stay, since a
    server may mean something by them.

    Raises:
        Unfetched: It is no http(s) address.

    Example:
        >>> canonical("HTTP://Post.Example:80/%7enews/1?utm_source=x&id=5#more")
        'http://post.example/~news/1?id=5'
    """
    read = WebAddress.of(address)
    path, _, query = read.target.partition("?")
    kept = "&".join(pair for pair in query.split("&") if pair and not _tracks(pair))
    target = _plain(path) + (f"?{_plain(kept)}" if kept else "")
    written = replace(read, target=target)
    # Decoding may have uncovered a dot segment, which a second reading takes away.
    return str(written if target == read.target else WebAddress.of(str(written)))


def is_address(text: str) -> bool:
    """Say whether an input is an address (of whatever scheme) and not a path.

    Example:
        >>> is_address("https://post.example/a"), is_address("ftp://post.example"), is_address("reports/a.txt")
        (True, True, False)
    """
    scheme, separator, _ = text.partition("://")
    return bool(separator) and scheme.replace("+", "").replace("-", "").isalnum() and scheme[:1].isalpha()


def host_of(address: str) -> str:
    """Give what manners are kept by: the host of an address, with its port where that is not the usual one.

    Raises:
        Unfetched: It is no http(s) address.

    Example:
        >>> host_of("https://Post.Example:443/a"), host_of("http://post.example:8080/")
        ('post.example', 'post.example:8080')
    """
    return WebAddress.of(address).place


def name_of_address(url: str) -> str:
    """Give the last part of an address, for a report that has no better name.

    Example:
        >>> name_of_address("https://post.example/news/border-shut.html?x=1")
        'border-shut'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    last = [part for part in parts.path.split("/") if part]
    return (last[-1].rpartition(".")[0] or last[-1]) if last else parts.netloc or url


def _host(host: str) -> str:
    if ":" in host and "%" not in host:
        return str(IPv6Address(host))
    if len(host) > _LONGEST_HOST or not _HOST.fullmatch(host):
        raise ValueError("no host")
    return host


def _tracks(pair: str) -> bool:
    return bool(_TRACKING.fullmatch(_plain(pair.partition("=")[0])))


def _plain(text: str) -> str:
    return _ESCAPE.sub(_needed, _STRAY_PERCENT.sub("%25", text))


def _needed(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character in _UNRESERVED else f"%{escape[1].upper()}"
