"""How a scenario stands, in words: its level, where it goes, how likely, how sure, and what would change it.

How likely anything is and how sure we are of it are two things, and never stand in one sentence (ICD 203).
"""

from __future__ import annotations

from vedette.model import Assessment, Change, Confidence, Effect, Likelihood, Reason, Trend
from vedette.model.assessment import ConfidenceReason, LevelReason
from vedette.presentation.figures import figure
from vedette.presentation.measure_words import Names
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import ngettext, pgettext

# Below half of the weight, a low level says more of those who look than of what is there.
BLIND_BELOW = 0.5


def trend_word(trend: Trend) -> str:
    """Say where a scenario goes.

    Example:
        >>> trend_word(Trend.RISING)
        'rising'
    """
    return {
        Trend.FIRST: _("nothing to compare with"), Trend.RISING: _("rising"), Trend.STEADY: _("steady"),
        Trend.FALLING: _("falling"),
    }[trend]


def likelihood_words(likelihood: Likelihood) -> str:
    """Say how likely the author of a scenario holds it to be, with what the words of ICD 203 mean.

    Example:
        >>> likelihood_words(Likelihood.UNLIKELY)
        'unlikely (20 to 45 percent)'
    """
    return {
        Likelihood.ALMOST_NO_CHANCE: _("almost no chance (1 to 5 percent)"),
        Likelihood.VERY_UNLIKELY: _("very unlikely (5 to 20 percent)"),
        Likelihood.UNLIKELY: _("unlikely (20 to 45 percent)"),
        Likelihood.ROUGHLY_EVEN_CHANCE: _("roughly even chance (45 to 55 percent)"),
        Likelihood.LIKELY: _("likely (55 to 80 percent)"),
        Likelihood.VERY_LIKELY: _("very likely (80 to 95 percent)"),
        Likelihood.ALMOST_CERTAIN: _("almost certain (95 to 99 percent)"),
    }[likelihood]


def confidence_word(confidence: Confidence) -> str:
    """Say how sure an assessment is.

    Example:
        >>> confidence_word(Confidence.MODERATE)
        'moderate'
    """
    return {
        Confidence.LOW: pgettext("confidence", "low"), Confidence.MODERATE: pgettext("confidence", "moderate"),
        Confidence.HIGH: pgettext("confidence", "high"),
    }[confidence]


def is_blind(assessment: Assessment) -> bool:
    """Say whether so little can be observed that nothing follows from a low level."""
    return assessment.observable < BLIND_BELOW


def level_reason(reason: Reason, names: Names) -> str:
    """Say why a level is reached, or why a higher one is not.

    Args:
        reason: The reason.
        names: The names of indicators by id.

    Example:
        >>> values = {"level": "watch", "points": 4.46, "needed": 3}
        >>> level_reason(Reason(kind=LevelReason.POINTS, values=values), {})
        '4.46 points; “watch” holds from 3 on'
    """
    said = {name: value if isinstance(value, str) else figure(value) for name, value in reason.values.items()}
    if "indicator" in said:
        said["indicator"] = names.get(said["indicator"], said["indicator"])
    return {
        LevelReason.POINTS: _("%(points)s points; “%(level)s” holds from %(needed)s on"),
        LevelReason.RAISED_BY: _("“%(indicator)s” is met, and that alone is enough for “%(level)s”"),
        LevelReason.HOLDS_ON: _(
            "%(points)s points; “%(level)s” was reached with %(needed)s, and holds on until there are fewer than "
            "%(falls_below)s"
        ),
        LevelReason.HELD_BACK: _("there are points for “%(level)s”, which also needs “%(indicator)s”"),
    }[LevelReason(reason.kind)] % said


def confidence_reason(reason: Reason) -> str:
    """Say what makes an assessment more or less sure.

    Example:
        >>> confidence_reason(Reason(kind=ConfidenceReason.OBSERVABLE, values={"share": 0.62}))
        '62 percent of all weight can be observed'
    """
    match ConfidenceReason(reason.kind):
        case ConfidenceReason.NOTHING_MET:
            return _("nothing is met")
        case ConfidenceReason.OBSERVABLE:
            return _("%(share)s percent of all weight can be observed") % {"share": percent(reason.values["share"])}
        case ConfidenceReason.PARTIES:
            number = int(reason.values["count"])
            said = ngettext(
                "%(num)s independent party stands behind what is met",
                "%(num)s independent parties stand behind what is met", number,
            )
        case ConfidenceReason.THIN:
            number = int(reason.values["count"])
            said = ngettext(
                "%(num)s thinly met indicator would raise the level with one more word",
                "%(num)s thinly met indicators would each raise the level with one more word", number,
            )
    return said % {"num": figure(number)}


def percent(share: str | float) -> str:
    """Write a share from 0 to 1 as percent, without the sign.

    Example:
        >>> percent(0.625)
        '62'
    """
    return figure(round(100 * float(share)))


def effect_words(effect: Effect, names: Names) -> str:
    """Say what would have to change.

    Args:
        effect: What the change would do.
        names: The names of indicators by id.

    Example:
        >>> effect = Effect(indicator="arrivals", change=Change.LAPSED, points=-3, level=0, on="2031-09-22")
        >>> effect_words(effect, {"arrivals": "Forces arrive"})
        '“Forces arrive” is met no more: by itself on 22 September 2031, if nothing new is told'
    """
    said = {"indicator": names.get(effect.indicator, effect.indicator), "day": describe_day(effect.on)}
    if effect.change is Change.LAPSED and effect.on is not None:
        message = _("“%(indicator)s” is met no more: by itself on %(day)s, if nothing new is told")
    else:
        message = {
            Change.MET: _("“%(indicator)s” is met"),
            Change.CORROBORATED: _("“%(indicator)s” is told by independent parties, too"),
            Change.LAPSED: _("“%(indicator)s” is met no more"),
        }[effect.change]
    return message % said


def points_with_sign(points: float) -> str:
    """Write what is added or taken away.

    Example:
        >>> points_with_sign(2.5), points_with_sign(-3), points_with_sign(0)
        ('+2.5', '−3', '0')
    """
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return f"{sign}{figure(abs(points))}"
