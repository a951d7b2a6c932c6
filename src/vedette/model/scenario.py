"""A question that somebody wants to be warned of, with levels and indicators, written down beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from vedette.model.identity import content_id
from vedette.model.indicator import Indicator


class Likelihood(StrEnum):
    """How likely the author of a scenario holds it to be at a level, in the words of ICD 203 (least likely first)."""

    ALMOST_NO_CHANCE = "almost_no_chance"  # 1 to 5 percent
    VERY_UNLIKELY = "very_unlikely"  # 5 to 20
    UNLIKELY = "unlikely"  # 20 to 45
    ROUGHLY_EVEN_CHANCE = "roughly_even_chance"  # 45 to 55
    LIKELY = "likely"  # 55 to 80
    VERY_LIKELY = "very_likely"  # 80 to 95
    ALMOST_CERTAIN = "almost_certain"  # 95 to 99


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRule:
    """One level of a scenario, and when it is reached.

    It holds with ``points`` or more, while all indicators in ``needs`` are met; or as soon as one of
    ``raised_by`` is met, whatever the points. The highest level that holds is the level of the scenario.
    Where there is a ``falls_below``, a level that was reached holds on until there are fewer points than that, so that
    points which waver about ``points`` do not make it flicker.
    """

    name: str
    points: float = 0.0
    falls_below: float | None = None
    likelihood: Likelihood | None = None
    needs: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()
    meaning: str = ""


@dataclass(frozen=True, kw_only=True)  # no slots: the mark is made once, where it is first asked for
class Scenario:
    """Something that may be on its way: a question, levels from calm to alarm, and indicators.

    The first level has 0 points and always holds. ``file`` is where it was read from.
    """

    id: str
    name: str
    question: str
    levels: tuple[LevelRule, ...]
    indicators: tuple[Indicator, ...]
    about: str = ""
    file: str = ""

    @cached_property
    def mark(self) -> str:
        """A short mark of its rules: the same mark, the same rules, wherever the file lies."""
        return content_id("w", [self.id, self.name, self.question, repr(self.levels), repr(self.indicators)])

    def indicator(self, id: str) -> Indicator:
        """Give one of its indicators.

        Raises:
            KeyError: It has none of this id.
        """
        for one in self.indicators:
            if one.id == id:
                return one
        raise KeyError(id)
