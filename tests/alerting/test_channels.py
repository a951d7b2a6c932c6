"""Channels from a file or from addresses: one that is wrong is told with its line, and never its address."""

from __future__ import annotations

import pytest

from vedette.alerting import load_channels
from vedette.store.alerting import AlertKind

SECRET = "json://guard:s3cretpass@desk.example/tok3nvalue"


def load(tmp_path, text, **environment):
    file = tmp_path / "channels.toml"
    file.write_text(text, encoding="utf-8")
    return load_channels(str(file), environment=environment)


def test_a_file_names_channels_with_what_they_are_told(tmp_path):
    loaded = load(tmp_path, f"""
desk = "https://desk.example/"

[[channel]]
name = "duty desk"
address = "{SECRET}"
scenarios = ["pressure"]
tell = ["raised"]
from_level = 2
gather = 0
at_most = 3
template = "short.txt"
digest = true

[[channel]]
name = "mail"
address_from = "MAIL"
""", MAIL="mailto://ann:pass@post.example")
    duty, mail = loaded.channels
    assert loaded.faults == ()
    assert loaded.desk == "https://desk.example"
    assert (duty.address, duty.scheme) == (SECRET, "json")
    assert (duty.scenarios, duty.tell, duty.from_level) == (("pressure",), (AlertKind.RAISED,), 2)
    assert (duty.gather, duty.at_most, duty.template, duty.digest) == (0, 3, tmp_path / "short.txt", True)
    assert (mail.scheme, mail.tell, mail.gather, mail.at_most) == ("mailto", tuple(AlertKind), 5, 6)


GOOD = '[[channel]]\nname = "good"\naddress = "json://desk.example"\n'


@pytest.mark.parametrize(("wrong", "line", "said"), [
    ('name = "duty"\n', 4, "'address_from' has to be there"),
    ('name = "duty"\naddress = "s3cretpass"\n', 6, "is no address of Apprise"),
    ('name = "duty"\naddress = 12345678\n', 6, "is no address of Apprise"),
    ('name = "duty"\naddress_from = "UNSET"\n', 6, "the variable UNSET is not set"),
    (f'name = "duty"\naddress = "{SECRET}"\ngether = 3\n', 7, "Did you mean 'gather'?"),
    (f'name = "duty"\naddress = "{SECRET}"\ntell = ["risen"]\n', 7, "Use some of: raised, lowered, met"),
    (f'name = "duty"\naddress = "{SECRET}"\nat_most = 0\n', 7, "would send nothing"),
    (f'name = "good"\naddress = "{SECRET}"\n', 5, "is the name of another channel"),
    (f'name = "a\\nb"\naddress = "{SECRET}"\n', 5, "has to be up to 60"),
])
def test_what_is_wrong_is_told_with_its_line_and_the_others_go_on(tmp_path, wrong, line, said):
    loaded = load(tmp_path, f"{GOOD}[[channel]]\n{wrong}")
    assert [one.name for one in loaded.channels] == ["good"]
    (fault,) = loaded.faults
    assert (fault.line, said in str(fault)) == (line, True), str(fault)
    for secret in ("s3cretpass", "tok3nvalue", "12345678"):
        assert secret not in str(fault)


@pytest.mark.parametrize(("text", "said"), [
    ("[[channel]\n", "is not valid TOML"), ("chanel = 1\n", "Did you mean 'channel'?"),
    ("channel = 1\n", "Begin each with [[channel]]"),
])
def test_a_file_that_is_none_is_told(tmp_path, text, said):
    loaded = load(tmp_path, text)
    assert loaded.channels == ()
    assert said in str(loaded.faults[0])


def test_a_file_that_is_not_there_is_told(tmp_path):
    (fault,) = load_channels(str(tmp_path / "none.toml"), environment={}).faults
    assert "cannot be read: No such file" in str(fault)


def test_addresses_alone_are_channels_whose_names_tell_nothing_and_stay(tmp_path):
    both = load_channels(f"{SECRET} mailto://ann:pass@post.example", environment={}).channels
    (alone,) = load_channels(SECRET, environment={}).channels
    assert alone.name == both[0].name
    assert len({one.name for one in both}) == 2
    assert alone.name.startswith("json-")


def test_an_address_that_is_none_is_counted_and_not_shown():
    loaded = load_channels(f"{SECRET} s3cretpass", environment={})
    assert len(loaded.channels) == 1
    assert str(loaded.faults[0]) == "VEDETTE_ALERTS, address 2: is none of Apprise. Write SERVICE://..."


def test_without_anything_there_is_no_channel():
    assert load_channels(" ", environment={}).channels == ()
