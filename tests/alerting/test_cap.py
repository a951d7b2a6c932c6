"""Alerts as CAP 1.2: valid by its rules, whatever the words; a draft unless somebody says otherwise."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alert_builders import DRONES, QUOTE, alert, at
from vedette.alerting.cap import CapForm, cap_alert
from vedette.alerting.cap_rules import NAMESPACE, cap_faults
from vedette.errors import UsageError

CAP = {"cap": NAMESPACE}


def parsed(*args, **fields):
    return fromstring(cap_alert(*args, **fields))


def text(root, path):
    return root.findtext(path, namespaces=CAP)


def test_an_alert_is_a_draft_for_its_own_users():
    root = parsed(alert())
    assert [text(root, f"cap:{name}") for name in ("identifier", "sent", "status", "msgType", "scope")] == [
        "a1", "2031-05-04T06:00:00-00:00", "Draft", "Alert", "Restricted"]
    info = "cap:info/cap:"
    assert [text(root, info + name) for name in ("certainty", "severity", "urgency", "responseType")] == [
        "Likely", "Unknown", "Unknown", "Monitor"]
    assert text(root, info + "headline") == "Pressure on the border: rises from watchful to raised"
    assert '"Four drones crossed the border' in text(root, info + "description")
    assert text(root, info + "area/cap:areaDesc") == "Kapčiamiestis; Lithuania"
    assert [one.text for one in root.iterfind(info + "area/cap:circle", CAP)] == ["54,23.65 0"]


def test_what_follows_updates_what_went_before_and_the_end_cancels_it():
    first, second = alert("a1"), alert("a2", level=3, before=2, made=at(60))
    root = parsed(second, earlier=[first])
    assert (text(root, "cap:msgType"), text(root, "cap:references")) == (
        "Update", "vedette@localhost,a1,2031-05-04T06:00:00-00:00")
    over = parsed(alert("a3", level=0, before=3, made=at(90)), earlier=[first, second])
    assert text(over, "cap:msgType") == "Cancel"
    assert text(over, "cap:info/cap:responseType") == "AllClear"
    assert len(text(over, "cap:references").split()) == 2


@pytest.mark.parametrize(("likelihood", "certainty"), [
    ("almost_certain", "Likely"), ("roughly_even_chance", "Possible"), ("unlikely", "Possible"),
    ("almost_no_chance", "Unlikely"), (None, "Unknown"),
])
def test_certainty_follows_the_words_of_the_author(likelihood, certainty):
    assert text(parsed(alert(likelihood=likelihood)), "cap:info/cap:certainty") == certainty


@pytest.mark.parametrize(("form", "said"), [
    (CapForm(status="Real"), "'status' is 'Real'"), (CapForm(sender="watch desk"), "'sender' cannot be"),
    (CapForm(scope="Private"), "asks for 'addresses'"), (CapForm(category="War"), "'category' is 'War'"),
])
def test_what_breaks_the_rules_is_refused(form, said):
    with pytest.raises(UsageError, match=said):
        cap_alert(alert(), form=form)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_strangers_wrote_it_stays_valid(name, sentence):
    told = replace(DRONES, quotes=(replace(QUOTE, sentence=sentence, said_by=name),))
    one = alert(told=(told,), because=(sentence,), name=name or "x")
    if one.name.strip() and one.name.isprintable():
        assert cap_faults(cap_alert(one)) == ()


GOOD = cap_alert(alert()).decode()


@pytest.mark.parametrize(("old", "new", "said"), [
    ("<status>Draft</status>", "", "'alert' has no 'status'"),
    ("<source>Vedette</source>", "<source>a</source><source>b</source>", "more than one 'source'"),
    ("06:00:00-00:00</sent>", "06:00:00Z</sent>", "'sent' cannot be"),
    ("<msgType>Alert</msgType>", "<msgType>Update</msgType>", "'Update' asks for 'references'"),
    ("<urgency>Unknown</urgency>", "<urgency>soon</urgency>", "none of: Immediate"),
    ("<event>Pressure on the border</event>", "<event> </event>", "'event' is empty"),
    ("54,23.65 0", "54 23.65", "'circle' cannot be"),
    ("<source>", "<origin>x</origin><source>", "no element of 'alert'"),
    ("<urgency>Unknown</urgency>\n    <severity>Unknown</severity>",
     "<severity>Unknown</severity><urgency>Unknown</urgency>", "not in the order"),
    ("</alert>", "", "It is no XML"), ("cap:1.2", "cap:1.1", "root has to be"),
])
def test_the_check_sees_what_is_wrong(old, new, said):
    assert old in GOOD
    assert said in " ".join(cap_faults(GOOD.replace(old, new).encode()))
