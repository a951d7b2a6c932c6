"""What alarms were worth: how far ahead they were, what they missed, and which were false."""

from vedette.warning.hindsight import Alarm, Happened, alarms_of, judge

CLOSURE = Happened(scenario="border", since="2031-05-12", until="2031-05-16", what="the border is closed")


def alarm(since, until):
    return Alarm(since=f"2031-{since}", until=f"2031-{until}")


def test_an_alarm_is_a_stretch_of_days_at_a_level_or_above():
    days = [(f"2031-05-{day:02d}", level) for day, level in enumerate((1, 2, 0, 0, 1, 0, 2), start=1)]
    assert alarms_of(days, at_least=1) == (alarm("05-01", "05-02"), alarm("05-05", "05-05"), alarm("05-07", "05-07"))
    assert alarms_of(days, at_least=2) == (alarm("05-02", "05-02"), alarm("05-07", "05-07"))
    assert alarms_of([], at_least=1) == ()


def test_the_lead_counts_from_the_alarm_that_began_first():
    found = judge("border", [alarm("05-05", "05-06"), alarm("05-10", "05-20")], [CLOSURE], horizon=14)
    assert [(one.lead, one.alarm.since) for one in found.caught] == [(7, "2031-05-05")]
    assert (found.missed, found.false_alarms) == ((), ())  # the second one is no false alarm: it told of the same


def test_an_alarm_that_comes_late_is_late():
    found = judge("border", [alarm("05-14", "05-20")], [CLOSURE], horizon=14)
    assert [one.lead for one in found.caught] == [-2]


def test_an_alarm_that_was_over_too_early_told_of_nothing():
    early = alarm("04-20", "04-27")
    assert judge("border", [early], [CLOSURE], horizon=15).caught[0].lead == 22
    found = judge("border", [early], [CLOSURE], horizon=14)
    assert (found.caught, found.missed, found.false_alarms) == ((), (CLOSURE,), (early,))


def test_an_alarm_after_it_was_all_over_is_false():
    after = alarm("05-17", "05-18")
    found = judge("border", [after], [CLOSURE], horizon=14)
    assert (found.missed, found.false_alarms) == ((CLOSURE,), (after,))


def test_what_happened_to_other_scenarios_is_nothing_to_this_one():
    found = judge("air", [], [CLOSURE], horizon=14)
    assert (found.caught, found.missed) == ((), ())
