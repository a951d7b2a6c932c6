"""When the level of a scenario changed: what a history, a feed and an assistant tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vedette.model import Assessment, Trend
from vedette.presentation.saying import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChange:
    """An assessment whose level is another one than before; ``before`` is ``None`` where it was the first."""

    now: Assessment
    before: Assessment | None

    @property
    def rises(self) -> bool:
        """Whether it goes up."""
        return self.before is None or self.now.level > self.before.level

    @property
    def rules_changed(self) -> bool:
        """Whether the rules of the scenario changed as well, so that the two are hardly to be compared."""
        return self.before is not None and self.now.mark != self.before.mark


def level_changes(assessments: Sequence[Assessment]) -> Iterator[LevelChange]:
    """Give the changes of level of one scenario, newest first.

    A first assessment is a change where it is not the lowest level. What the oldest one was preceded by is not
    known where it was not the first: it is none.

    Args:
        assessments: Those of one scenario, newest first.
    """
    for now, before in zip(assessments, [*assessments[1:], None], strict=False):
        if before is not None and now.level != before.level:
            yield LevelChange(now=now, before=before)
        elif before is None and now.trend is Trend.FIRST and now.level > 0:
            yield LevelChange(now=now, before=None)


def change_words(change: LevelChange) -> str:
    """Say which way a level went."""
    said = {"now": change.now.level_name, "before": change.before.level_name if change.before else ""}
    if change.before is None:
        return _("begins at “%(now)s”") % said
    way = _("rises from “%(before)s” to “%(now)s”") if change.rises else _("falls from “%(before)s” to “%(now)s”")
    return way % said
