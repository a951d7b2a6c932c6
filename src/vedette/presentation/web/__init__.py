"""The pages and the read-only interface of a desk.

The front door is :func:`create_app`. Every request opens a view of the desk, reads,
and closes it; nothing here can write. No page needs JavaScript, and no page loads
anything from elsewhere.
"""

from vedette.presentation.web.app import create_app

__all__ = ["create_app"]
