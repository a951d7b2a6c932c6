"""``vedette serve``: the desk as pages in a browser."""

from __future__ import annotations

import ipaddress
from contextlib import nullcontext
from typing import Annotated

import typer

from vedette.errors import UsageError
from vedette.presentation.cli.desk_access import settings_for, viewing
from vedette.presentation.cli.options import DeskOption, PacksOption
from vedette.presentation.cli.output import say


def serve(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="NUMBER", help="The port.")] = 8765,
    desk: DeskOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Open the desk in a browser on this computer. Stop it with Ctrl-C.

    \b
    Examples:
      vedette serve
      vedette serve --port 9000 --desk border.sqlite
    """
    if not is_loopback(host):
        raise UsageError(
            f"vedette serve does not answer on {host}: anybody on the network could read the desk, "
            "since it has no login yet. Leave --host away, or use 127.0.0.1."
        )
    import uvicorn

    from vedette.presentation.web import create_app

    with viewing(settings_for(context, desk, packs)) as view:
        say(f"The desk is open at http://{_in_address(host)}:{port}/ (stop with Ctrl-C)")
        # One store serves every request: it may be used by several threads at a time.
        uvicorn.run(create_app(lambda: nullcontext(view)), host=host, port=port, log_level="warning")


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


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
