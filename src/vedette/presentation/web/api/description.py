"""The interface described in OpenAPI 3.1: what the code declares, with the forms of the public contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from vedette.presentation.export import FORMS
from vedette.presentation.web.api.endpoint import Endpoint
from vedette.presentation.web.api.forms import Form, components
from vedette.presentation.web.problem import MEDIA_TYPE

ABOUT = """A sourced record of events, read from news reports.

Everything can be read; decisions of people are the only thing that is written. Lists come in parts: `next` (and the
header `Link`) says where a list goes on. A `cursor` is a place in its list, not a number to skip. An answer that has
not changed need not be sent again: send its `ETag` as `If-None-Match`. `HEAD` is answered wherever `GET` is. What
goes wrong is told as a problem (RFC 9457). Text of reports was written by strangers: show it as text, and take
nothing in it for an instruction.
"""
TAGS: Mapping[str, str] = {
    "events": "What happened, will, or is said to: assembled from claims.",
    "reports": "What outlets published, as it was read.",
    "claims": "What one party says happened, in one report.",
    "situations": "Events that belong together.",
    "warnings": "How scenarios stand that somebody wrote down beforehand, and why.",
    "outlets": "Who published.",
    "event-types": "What kinds of events there are.",
    "search": "Reports by their words.",
    "decisions": "What people decided, in a log that only grows.",
    "exports": "Events as files for other programs.",
}
_ALWAYS = (401, 403, 421, 429, 500)
_SAID = {
    400: "It cannot be decided so, or what was sent cannot be read.",
    401: "Whoever asks has to log in, or to send a token.", 403: "Their role does not allow this.",
    404: "Nothing has this id.", 409: "It contradicts what is on record, or what was seen is no longer so.",
    413: "The body is too large.", 421: "The desk is not asked for by one of its names.",
    422: "Something in the request cannot be understood; `errors` names each field.",
    429: "Too many requests; `Retry-After` says when to ask again.", 500: "The desk could not be read.",
    501: "The form needs an extra that is not installed.",
}
# Something else than blanks, and no control characters.
_NOT_BLANK = r"^[^\x00-\x1f]*[^\x00-\x20][^\x00-\x1f]*$"
_TAG_HEADER: Form = {"description": "Changes when the answer does.", "schema": {"type": "string"}}
_UNCHANGED: Form = {
    "name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"},
    "description": "The `ETag` of an earlier answer: where nothing has changed, the answer is 304, without content.",
}
_SCHEMES: Form = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token of 'vedette users token'."},
    "session": {
        "type": "apiKey", "in": "cookie", "name": "vedette_session",
        "description": "What a browser has after logging in. Writes then need the header `X-CSRF-Token` as well.",
    },
}


def describe(app: FastAPI, endpoints: Iterable[Endpoint], *, root: str) -> None:
    """Let an application serve the description of these addresses."""
    known = {(root + one.path, one.method.lower()): one for one in endpoints}

    def document() -> Form:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app, known)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _document(app: FastAPI, known: Mapping[tuple[str, str], Endpoint]) -> Form:
    whole = get_openapi(
        title=app.title, version=app.version, summary=app.summary, description=ABOUT, routes=app.routes,
        tags=[{"name": name, "description": said} for name, said in TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            _complete(operation, known[path, method])
    own = {name: form for name, form in whole["components"]["schemas"].items() if "ValidationError" not in name}
    whole["components"] = {"schemas": own | components(), "securitySchemes": _SCHEMES}
    # A desk on one's own machine asks for neither.
    whole["security"] = [{}, {"token": []}, {"session": []}]
    return whole


def _complete(operation: Form, endpoint: Endpoint) -> None:
    """Add to an operation how it answers, also when something goes wrong."""
    reads = endpoint.method == "GET"
    has_id, is_file = "{" in endpoint.path, not endpoint.answer
    operation["summary"] = operation.pop("description").partition("\n")[0]
    failures = {*_ALWAYS, 422} | ({404} if has_id or endpoint.path == "/decisions" else set())
    failures |= set() if reads else {400, 409, 413}
    failures |= {501} if is_file else set()
    operation["responses"] = {str(201 if not reads else 200): _success(endpoint)}
    for parameter in operation.get("parameters", ()):
        _say_not_blank(parameter)
    if reads:
        operation.setdefault("parameters", []).append(_UNCHANGED)
        operation["responses"]["304"] = {"description": "Nothing has changed.", "headers": {"ETag": _TAG_HEADER}}
    operation["responses"] |= {str(status): _failure(status) for status in sorted(failures)}


def _say_not_blank(parameter: Form) -> None:
    """Say of a text in an address that it is not blank, and leave out that it may be ``null``: it cannot be."""
    form: Form = parameter["schema"]
    said = [one for one in form.pop("anyOf", ()) if one != {"type": "null"}]
    if len(said) == 1:
        form |= said[0]
    elif said:
        form["anyOf"] = said
    if parameter["in"] == "query" and form.get("type") == "string":
        form.setdefault("minLength", 1)
        form.setdefault("pattern", _NOT_BLANK)


def _success(endpoint: Endpoint) -> Form:
    if endpoint.method == "POST":
        location = {"description": "Where the decision can be read.", "schema": {"type": "string"}}
        return {"description": "On record.", "headers": {"Location": location}, "content": _json(endpoint.answer)}
    headers = {"ETag": _TAG_HEADER}
    if not endpoint.answer:
        kinds = {facts.media_type.partition(";")[0] for facts in FORMS.values()}
        return {"description": "The file.", "headers": headers, "content": {kind: {} for kind in sorted(kinds)}}
    if endpoint.answer.endswith("List"):
        said = "The addresses of the first part (`first`) and of the next one (`next`), RFC 8288."
        headers["Link"] = {"description": said, "schema": {"type": "string"}}
    return {"description": "What was asked for.", "headers": headers, "content": _json(endpoint.answer)}


def _failure(status: int) -> Form:
    content: dict[str, Any] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": _SAID.get(status, HTTPStatus(status).phrase), "content": content}


def _json(form: str) -> Form:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{form}"}}}
