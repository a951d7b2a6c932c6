"""The interface for other programs: JSON in the public form of the nouns, and judgements as the only writes.

The front door is :func:`add_api`, which puts it on an application. One module for each noun;
``docs/api.md`` describes the whole, and so does the OpenAPI document that it serves.
"""

from vedette.presentation.web.api.routes import API, API_ROOT, add_api

__all__ = ["API", "API_ROOT", "add_api"]
