"""How scenarios stand on a desk, brought up to date with what is new.

::

    assessor    matches what is new, and weighs the scenarios that it touches
    looking     what could be seen: days with reports of outlets, and the states of their feeds
    mark        of the scenarios, the packs and the rules of warning: where it is another one, all is matched anew

Between the room ``warning``, which knows no desk, and the memory of one.
"""

from vedette.assessing.assessor import Assessor
from vedette.assessing.looking import by_name, coverage_of, states_of

__all__ = ["Assessor", "by_name", "coverage_of", "states_of"]
