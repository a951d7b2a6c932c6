"""``vedette serve``: the desk as pages in a browser."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vedette.errors import UsageError
from vedette.presentation.cli.desk_access import judging, keeping, may_write, settings_for, viewing, watched_pages
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.output import say
from vedette.presentation.cli.scenario_health import watched_scenarios
from vedette.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from vedette.desk import Desk

_ALL_ADDRESSES = frozenset({"0.0.0.0", "::"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where a desk answers, and to whom.

    ``names`` are those under which browsers may ask, ``proxy`` is the address of the one proxy that is
    believed about who asks. A login is asked for wherever anybody else could come: on another address than
    this computer's own, through a proxy, and under another name.
    """

    host: str
    port: int
    names: tuple[str, ...] = ()
    proxy: str | None = None
    login: bool = False

    @property
    def asks_login(self) -> bool:
        """Say whether people have to log in."""
        elsewhere = any(not is_loopback(name) for name in (self.host, *self.names))
        return self.login or self.proxy is not None or elsewhere

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which the desk answers."""
        own = () if self.host in _ALL_ADDRESSES else (self.host,)
        return frozenset(
            _in_address(name.casefold()) for name in ("localhost", "127.0.0.1", "::1", *own, *self.names)
        )


def serve(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="NUMBER", help="The port.")] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name under which browsers ask for the desk; may be repeated."),
    ] = None,
    login: Annotated[bool, typer.Option("--login", help="Ask for a login on this computer, too.")] = False,
    behind_proxy: Annotated[
        str | None,
        typer.Option("--behind-proxy", metavar="ADDRESS", help="The address of a proxy, which says who asks."),
    ] = None,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Open the desk in a browser. Stop it with Ctrl-C.

    On this computer alone, unless told otherwise; where others can reach it, they have to log in
    ('vedette users add' lets them), and a proxy has to encrypt (docs/access.md).

    \b
    Examples:
      vedette serve
      vedette serve --port 9000 --desk border.sqlite
      vedette serve --behind-proxy 127.0.0.1 --name desk.example
    """
    settings = settings_for(context, desk, packs)
    serving = Serving(host=host, port=port, names=tuple(name or ()), proxy=behind_proxy, login=login)
    refuse_wrong(serving)
    if serving.asks_login and serving.proxy is None and not is_loopback(serving.host):
        say("Nothing encrypts what browsers send, passwords too: put a proxy before it (docs/access.md).")
    import uvicorn

    with ExitStack() as held:
        app = make_app(settings, serving, held)
        say(f"The desk is open at http://{_in_address(host)}:{port}/ (stop with Ctrl-C)")
        uvicorn.run(app, host=host, port=port, log_level="warning", **proxy_options(serving))


def make_app(settings: Settings, serving: Serving, held: ExitStack) -> FastAPI:
    """Make the application for a desk; what it holds open is let go with ``held``.

    Raises:
        UsageError: People would have to log in, and nobody could let anybody in.
    """
    from vedette.presentation.web import create_app
    from vedette.presentation.web.access import Doors

    view = held.enter_context(viewing(settings))
    writes = may_write(settings)
    if serving.asks_login and not writes:
        raise UsageError("A desk that asks for a login has to be written to, and you may not write this one.")
    keeper = held.enter_context(keeping(settings)) if writes else None
    if serving.asks_login and (keeper is None or not keeper.accounts.users.has_admin()):
        raise UsageError(
            "Others could reach this desk, and nobody could let them in: it has no admin who can log in. "
            "Add one with 'vedette users add NAME --role admin'; or leave --host, --name, --behind-proxy and --login "
            "away, and the desk answers on this computer only."
        )
    # One store serves every request: it may be used by several threads at a time.
    return create_app(
        lambda: nullcontext(view), hosts=serving.hosts, open_desk=lending(settings, held) if writes else None,
        doors=Doors(keeper=keeper, login=serving.asks_login), tiles=settings.tiles, language=settings.language,
        watched_pages=held.enter_context(watched_pages(settings)), left_out=watched_scenarios(settings),
    )


def lending(settings: Settings, held: ExitStack) -> Callable[[], AbstractContextManager[Desk]]:
    """Lend a desk to decide on, one at a time: opened with the first decision, since it has to learn names first."""
    opened: list[Desk] = []

    @contextmanager
    def lend() -> Iterator[Desk]:
        if not opened:
            opened.append(held.enter_context(judging(settings)))
        yield opened[0]

    return lend


def refuse_wrong(serving: Serving) -> None:
    """Refuse what cannot be meant.

    Raises:
        UsageError: No name is given for all addresses, or the proxy is no address.
    """
    if serving.host in _ALL_ADDRESSES and not serving.names:
        raise UsageError(
            f"{serving.host} is every address of this computer. Say with --name under which name or address "
            "browsers ask for the desk; it answers to no other."
        )
    wrong = [name for name in serving.names if not name or (set(name) & set("/:@ *") and not _is_address(name))]
    if wrong:
        raise UsageError(f"--name {wrong[0]}: a name without scheme, port and path is meant, such as desk.example.")
    if serving.proxy is not None and not _is_address(serving.proxy):
        raise UsageError(f"--behind-proxy {serving.proxy}: the address of the proxy is meant, such as 127.0.0.1.")


def proxy_options(serving: Serving) -> dict[str, Any]:
    """Say whom the server believes about who asks: nobody, unless told."""
    if serving.proxy is None:
        return {"proxy_headers": False, "server_header": False}
    return {"proxy_headers": True, "forwarded_allow_ips": serving.proxy, "server_header": False}


def is_loopback(host: str) -> bool:
    """Say whether an address is reached from this computer alone.

    Example:
        >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "desk.example")]
        [True, True, True, False, False]

    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
