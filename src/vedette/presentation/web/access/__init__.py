"""Who asks, and what they may do.

A route asks :func:`person_of` who is being answered, and declares with :func:`requires`
which role it takes. Every form in a template holds ``{{ csrf_field() }}``; a script sends
what that field holds in the header ``X-CSRF-Token``.
"""

from vedette.presentation.web.access.doors import Doors
from vedette.presentation.web.access.guard import requires
from vedette.presentation.web.access.visit import Person, csrf_field, person_of
from vedette.store.accounts import Role

__all__ = ["Doors", "Person", "Role", "csrf_field", "person_of", "requires"]
