"""Unpacking in pieces of any size gives what was packed, and no more than is wanted."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web import Fault, Unfetched
from vedette.sources.web.unpacking import unpack


def _raw(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


_PACKS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", _raw),
    ("br", partial(brotli.compress, quality=4)),
    ("", bytes),
]


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@settings(deadline=None)
@given(body=st.binary(max_size=3_000), pack=st.sampled_from(_PACKS), size=st.integers(1, 500))
def test_it_matters_not_how_a_body_is_cut(body: bytes, pack: tuple[str, Callable[[bytes], bytes]], size: int) -> None:
    coding, packing = pack
    assert unpack(cut(packing(body), size), coding=coding, limit=10_000, source="a") == body


@settings(deadline=None)
@given(parts=st.lists(st.binary(max_size=200), min_size=1, max_size=5), size=st.integers(1, 60))
def test_gzip_may_come_in_members(parts: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, parts))
    assert unpack(cut(packed, size), coding="gzip", limit=10_000, source="a") == b"".join(parts)


@pytest.mark.parametrize(("coding", "pack"), _PACKS)
def test_a_large_body_comes_whole(coding: str, pack: Callable[[bytes], bytes]) -> None:
    body = b"".join(b"%d gates are shut. " % number for number in range(60_000))
    assert unpack(cut(pack(body), 65_536), coding=coding, limit=len(body), source="a") == body
    with pytest.raises(Unfetched) as caught:
        unpack(cut(pack(body), 65_536), coding=coding, limit=len(body) - 1, source="a")
    assert caught.value.kind is Fault.TOO_LARGE


@settings(deadline=None)
@given(body=st.binary(min_size=1, max_size=300), coding=st.sampled_from(["gzip", "deflate", "br"]))
def test_noise_is_refused_or_unpacked_but_never_anything_else(body: bytes, coding: str) -> None:
    try:
        unpack([body], coding=coding, limit=1_000, source="a")
    except Unfetched as error:
        assert error.kind in (Fault.PROTOCOL, Fault.TOO_LARGE, Fault.BOMB)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_no_body_is_an_empty_one(coding: str) -> None:
    assert unpack([], coding=coding, limit=10, source="a") == b""
