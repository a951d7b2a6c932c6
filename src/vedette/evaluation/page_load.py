"""Readers who ask a server for pages, many at once, and how long each answer took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How long the answers to one kind of question took, in seconds, and in how many seconds they were given."""

    name: str
    seconds: tuple[float, ...]
    spent: float

    @property
    def median(self) -> float:
        """Half of the answers were quicker."""
        return self.quantile(0.5)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.spent

    def quantile(self, share: float) -> float:
        """Give the time within which this share of the answers came.

        Example:
            >>> Answers(name="", seconds=(0.3, 0.1, 0.2, 0.4), spent=1.0).quantile(0.99)
            0.4
        """
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ask(
    name: str, addresses: Sequence[str], *, port: int, readers: int, seconds: float, pause: float = 0.0
) -> Answers:
    """Let readers ask for addresses in turn for a while.

    Args:
        name: What the answers are called.
        addresses: Paths; each reader begins at another one.
        port: Of the server on this machine.
        readers: How many ask at the same time, each on a connection of its own.
        seconds: How long.
        pause: Seconds in which each reads what it got before it asks again.

    Raises:
        ValueError: An answer was no success.
    """
    return asyncio.run(_ask(name, addresses, port=port, readers=readers, seconds=seconds, pause=pause))


async def _ask(
    name: str, addresses: Sequence[str], *, port: int, readers: int, seconds: float, pause: float
) -> Answers:
    took: list[float] = []
    began = time.perf_counter()

    async def read(first: int) -> None:
        reader, writer = await asyncio.open_connection(HOST, port)
        # Readers do not come all in the same moment.
        await asyncio.sleep(pause * first / readers)
        turn = first * len(addresses) // readers
        while time.perf_counter() - began < seconds:
            asked = time.perf_counter()
            await _answer(reader, writer, addresses[turn % len(addresses)], port=port)
            took.append(time.perf_counter() - asked)
            turn += 1
            if pause:
                await asyncio.sleep(pause)
        writer.close()

    await asyncio.gather(*(read(number) for number in range(readers)))
    return Answers(name=name, seconds=tuple(took), spent=time.perf_counter() - began)


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, *, port: int) -> None:
    """Ask once over an open connection and read the answer to its end."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nAccept: */*\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status, *lines = head.split("\r\n")
    if " 200 " not in f"{status} ":
        raise ValueError(f"{path} was answered with '{status}'.")
    fields = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
    if "content-length" in fields:
        await reader.readexactly(int(fields["content-length"]))
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()
