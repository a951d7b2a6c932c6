"""The two scales of the Admiralty code (NATO STANAG 2511), judged apart."""

from __future__ import annotations

from vedette.errors import UsageError

LETTERS = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable",
    "D": "not usually reliable", "E": "unreliable", "F": "cannot be judged",
}
"""How reliable a source is."""
DIGITS = {
    1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged",
}
"""How credible an information is."""


def reliability_letter(written: str) -> str:
    """Understand a letter, large or small.

    Raises:
        UsageError: It is none of the six.

    Example:
        >>> reliability_letter(" b ")
        'B'
    """
    letter = written.strip().upper()
    if letter not in LETTERS:
        scale = ", ".join(f"{name} ({meaning})" for name, meaning in LETTERS.items())
        raise UsageError(f"'{written}' is no reliability letter. Write one of: {scale}.")
    return letter


def admiralty_code(written: str) -> tuple[str | None, int | None]:
    """Understand a whole code ("B2"), a letter alone ("B") or a digit alone ("2").

    Raises:
        UsageError: It is none of these.

    Example:
        >>> admiralty_code("b2"), admiralty_code("B"), admiralty_code("2")
        (('B', 2), ('B', None), (None, 2))
    """
    code = written.strip().upper()
    letter, digit = (code[:1], code[1:]) if code[:1].isalpha() else ("", code)
    known = (not letter or letter in LETTERS) and (not digit or digit in map(str, DIGITS))
    if not code or not known:
        raise UsageError(
            f"'{written}' is no Admiralty code. Write a letter A to F for the source, a digit 1 to 6 "
            "for the information, or both, such as B2."
        )
    return letter or None, int(digit) if digit else None
