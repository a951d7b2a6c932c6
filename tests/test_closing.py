"""What is opened for a block is closed at its end, also where the block fails."""

import pytest

from vedette.closing import Closing


class Door(Closing):
    def __init__(self) -> None:
        self.shut = 0

    def close(self) -> None:
        self.shut += 1


def test_it_is_closed_once_and_an_error_goes_on() -> None:
    with Door() as door:
        assert door.shut == 0
    assert door.shut == 1
    with pytest.raises(ValueError, match="draught"), door:
        raise ValueError("draught")
    assert door.shut == 2
