"""``vedette outlets check``: whether an outlet's file is right, and fits its pages and feeds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from vedette.errors import KnowledgeError, UsageError
from vedette.model import KnownOutlet
from vedette.presentation.cli.day_and_night import AllowOption, allowed_hosts
from vedette.presentation.cli.desk_access import settings_for
from vedette.presentation.cli.failures import tell_note
from vedette.presentation.cli.options import PacksOption
from vedette.presentation.cli.outlet_choice import chosen_outlet
from vedette.presentation.cli.output import make_table, plain, results, say
from vedette.presentation.outlet_lines import toml_lines
from vedette.presentation.wording import count_words

if TYPE_CHECKING:
    from vedette.knowledge import Holdings
    from vedette.sources import Fetcher


def check(
    context: typer.Context,
    *,
    outlets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|OUTLET", help="Files of outlets, or known ones by name; all with feeds unless given."
        ),
    ] = None,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="PAGE", help="A recorded page of the outlet, to read it.")
    ] = None,
    expect: Annotated[
        Path | None, typer.Option("--expect", metavar="FILE", help="What has to be read on that page (TOML).")
    ] = None,
    live: Annotated[
        bool, typer.Option("--live", help="Fetch each feed and one article of it, and say what is there.")
    ] = False,
    allow: AllowOption = None,
    packs: PacksOption = None,
) -> None:
    r"""Check the files of outlets: alone, against a recorded page, or against the web.

    With --page and no --expect, what is read on the page is printed in the form of an expected file.

    \b
    Examples:
      vedette outlets check my-pack/outlets/Post.toml
      vedette outlets check my-pack/outlets/Post.toml --page post.html --expect post.toml
      vedette outlets check LRT ERR --live
    """
    from vedette.knowledge import Holdings

    if expect and not page:
        raise UsageError("--expect needs a page to compare with. Add --page PAGE.")
    if page and len(outlets or ()) != 1:
        raise UsageError("A page belongs to one outlet. Name its file, or the outlet, before --page.")
    hosts = allowed_hosts(allow)
    known = _known(settings_for(context, None, packs).packs, are_named=bool(outlets))
    words = outlets or [one.id for one in known if one.feeds]
    holdings, quietly = Holdings.of(known), page is not None and expect is None
    # Every outlet is checked, whatever the others are like.
    fetch = _fetcher(hosts) if live else None
    fine = [_check_one(word, known, holdings=holdings, live=fetch, quietly=quietly) for word in words]
    if page and all(fine):
        fine.append(_check_page(page, chosen_outlet(words[0], known), expect))
    if not all(fine):
        raise typer.Exit(1)


def _fetcher(allow: frozenset[str]) -> Fetcher:
    from vedette.sources.web import KnownRobots, WebFetcher

    return WebFetcher(allow=allow, robots=KnownRobots())


def _known(packs: Sequence[Path], *, are_named: bool) -> tuple[KnownOutlet, ...]:
    from vedette.knowledge import load_outlets

    try:
        return load_outlets(packs)
    except KnowledgeError as error:
        if not are_named:
            raise
        # A mistake in one file of a pack must not keep the others from being checked.
        tell_note(f"Your packs are left out, since they cannot be loaded: {error}")
        return load_outlets()


def _check_one(
    word: str, known: Sequence[KnownOutlet], *, holdings: Holdings, live: Fetcher | None, quietly: bool
) -> bool:
    from vedette.knowledge import cautions

    try:
        outlet = chosen_outlet(word, known)
    except KnowledgeError as error:
        return _tell(str(error), is_fine=False)
    found = holdings.clashes(outlet)
    for clash in found:
        _tell(f"{outlet.id}: {clash} Take it out of one of the two.", is_fine=False)
    if not found and not quietly:
        counts = (count_words(len(outlet.domains), "domain"), count_words(len(outlet.feeds), "feed"))
        _tell(f"{outlet.id}: {', '.join(counts)}.", is_fine=True)
    for caution in cautions(outlet):
        tell_note(f"{outlet.id}: {caution}")
    return not found and (live is None or all(list(_check_live(outlet, live))))


def _check_live(outlet: KnownOutlet, fetch: Fetcher) -> Iterator[bool]:
    from vedette.sources.checking import check_live

    for remark in check_live(outlet, fetch=fetch, wait=time.sleep):
        yield _tell(f"{outlet.id}: {remark.about}: {remark.words}", is_fine=remark.is_fine)


def _check_page(page: Path, outlet: KnownOutlet, expect: Path | None) -> bool:
    from vedette.sources.checking import differences, found_in, read_expected, read_recorded

    expected = read_expected(expect) if expect else None
    report = read_recorded(page, outlet)
    if expected is None:
        results().out(toml_lines(found_in(report)), end="", highlight=False)
        return True
    found = differences(report, expected)
    if not found:
        return _tell(f"{outlet.id}: {page}: {count_words(len(expected), 'field')} as expected.", is_fine=True)
    _tell(f"{outlet.id}: {page}: {len(found)} of {count_words(len(expected), 'field')} differ.", is_fine=False)
    table = make_table("field", "expected", "found")
    for one in found:
        table.add_row(one.field, plain(_shown(one.expected)), plain(_shown(one.found)))
    results().print(table)
    say("Correct the file that is wrong: the expected one, or the rules of the outlet (docs/outlets.md).")
    return False


def _shown(value: str | int) -> str:
    return str(value) or "(nothing)"


def _tell(words: str, *, is_fine: bool) -> bool:
    line = Text("ok       ", style="green") if is_fine else Text("problem  ", style="bold red")
    results().print(line.append(plain(words, style="default")), soft_wrap=True)
    return is_fine
