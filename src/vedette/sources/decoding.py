"""Bytes as received into text that can be read, or a clear refusal."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

import chardet

from vedette.errors import InputError

# The longest mark first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the region's archives hold when they are not UTF-8; tried in this order after the detector's own guess.
_OLD_CODE_PAGES = ("windows-1251", "windows-1257", "windows-1250", "windows-1252", "koi8-u")
_DETECTION_BYTES = 50_000
_LOOK_BYTES = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_FRAMES = re.compile(r"[\u2500-\u25ff\ue000-\uf8ff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_ADVICE = "Save it as UTF-8 text and add it again."


def decode(data: bytes, *, source: str, line: int | None = None, declared: str | None = None) -> str:
    """Turn bytes into text: UTF-8 where it is UTF-8, else by mark, declaration or detection.

    A byte order mark decides first, then UTF-8, then the ``declared`` charset,
    then detection among the code pages of the region (windows-1251, -1257,
    -1250, -1252, KOI8). UTF-8 with a few damaged characters stays UTF-8: those
    become U+FFFD. The result is passed through :func:`tidy`.

    Args:
        data: The bytes as received.
        source: File, address or ``-``, for the message.
        line: Line of the file, for the message.
        declared: The charset that the page, feed or server names.

    Raises:
        InputError: Nothing in it, binary data, or no charset gives sane text.

    Example:
        >>> decode("Мінск".encode("utf-16"), source="a.txt")
        'Мінск'
    """
    if not data.strip(b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"):
        raise InputError("There is no text in it.", source=source, line=line, advice="Check that it was saved whole.")
    marked = _by_mark(data)
    text = marked if marked is not None else _without_mark(data, declared)
    if text is None or not _is_clean(text):
        reason = "It is binary data, not text." if is_binary(data) else "No known encoding makes readable text of it."
        raise InputError(reason, source=source, line=line, advice=_ADVICE)
    text = tidy(text)
    if not text.strip():
        raise InputError("There is no text in it.", source=source, line=line, advice="Check that it was saved whole.")
    return text


def tidy(text: str) -> str:
    r"""Make text storable without touching its words.

    The byte order mark is dropped, CRLF becomes LF, NUL and lone surrogates
    become U+FFFD; nothing else changes.

    Example:
        >>> tidy("\ufeffBrest\r\nGrodno\x00")
        'Brest\nGrodno�'
    """
    return _UNREADABLE.sub("\ufffd", text.removeprefix("\ufeff").replace("\r\n", "\n"))


def is_binary(data: bytes) -> bool:
    r"""Say whether bytes without a mark are a picture, an archive or the like.

    Example:
        >>> is_binary(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), is_binary("Vilnius, liepą".encode())
        (True, False)
    """
    head = data[:_LOOK_BYTES]
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return False
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return odd > max(1, len(head) // 100)


def is_sane(text: str) -> bool:
    """Say whether decoded text looks like words: few control and replacement characters, no random capitals.

    Example:
        >>> is_sane("Учения начались 12 сентября."), is_sane("жХЕМХЪ МЮВЮКХЯЭ ТбгЪ")
        (True, False)
    """
    head = text[:_LOOK_BYTES]
    if not _is_clean(head) or len(_FRAMES.findall(head)) > max(2, len(head) // 20):
        return False
    return not _garbled([word for word in _WORD.findall(head) if not word.isascii()])


def _is_clean(text: str) -> bool:
    head = text[:_LOOK_BYTES]
    return len(_CONTROL.findall(head)) + head.count("\ufffd") <= max(2, len(head) // 50)


def _garbled(words: list[str]) -> bool:
    # A wrong code page shows as words of turned case, of capitals after small letters, or of two alphabets.
    turned = sum(word[0].islower() and word[1:].isupper() for word in words)
    shouted = sum(word.isupper() for word in words)
    # Text all in capitals is rare but real; with words of turned case among it, it is KOI8 read as windows-1251.
    if turned and shouted * 2 > len(words):
        return True
    odd = sum(_jumps(word) or bool(_LATIN.search(word) and _CYRILLIC.search(word)) for word in words)
    return turned + odd > max(2, len(words) // 4)


def _jumps(word: str) -> bool:
    return any(before.islower() and after.isupper() for before, after in pairwise(word))


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, "replace")
    return None


def _without_mark(data: bytes, declared: str | None) -> str | None:
    if is_binary(data):
        return None
    return _as_utf8(data) or _as_declared(data, declared) or _as_detected(data) or _as_damaged_utf8(data)


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A broken character here and there is damage; one in ten means another code page.
    wide = sum(character > "\x7f" for character in text)
    return text if text.count("\ufffd") * 10 < wide else None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    return _try(data, declared) if declared else None


def _as_detected(data: bytes) -> str | None:
    guess = chardet.detect(data[:_DETECTION_BYTES])["encoding"]
    for encoding in (guess, *_OLD_CODE_PAGES):
        text = _try(data, encoding) if encoding else None
        if text is not None:
            return text
    return None


def _as_damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    return text if is_sane(text) else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    # Some codecs of Python (rot13, base64) give no text; an unknown or hostile name must not matter.
    return text if isinstance(text, str) and is_sane(text) else None
