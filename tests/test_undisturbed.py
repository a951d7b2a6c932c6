"""The search for cycles is put off while something lasts, and goes on afterwards whatever happened."""

import gc

import pytest

from vedette.undisturbed import undisturbed


def test_it_is_put_off_and_goes_on_afterwards():
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():  # a portion is linked while a report is read
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_where_something_fails():
    with pytest.raises(ZeroDivisionError), undisturbed():
        _ = 1 / 0
    assert gc.isenabled()


def test_who_has_switched_it_off_keeps_it_off():
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
