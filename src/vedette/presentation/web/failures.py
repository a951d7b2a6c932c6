"""What a reader or a program sees when something goes wrong: a page, or a problem in JSON (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from vedette.errors import MissingExtra, UnknownId, VedetteError
from vedette.presentation.saying import gettext, marked
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import FailureContext
from vedette.presentation.web.problem import PLAIN, is_for_programs, problem
from vedette.presentation.web.rendering import render
from vedette.presentation.web.security import SECURE_HEADERS

_LOG = logging.getLogger(__name__)
_BROKEN = marked(
    "The desk could not be read just now. The log of 'vedette serve' says why; 'vedette doctor' looks for the cause."
)
_MISSING = marked("There is nothing at this address.")
# What a person reads over the page; programs get the standard words.
_HEADINGS = {
    401: marked("Log in first"), 403: marked("Not allowed"), 404: marked("Not found"),
    405: marked("Not possible here"), 422: marked("That cannot be asked"), 500: marked("Something went wrong"),
    501: marked("Not installed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What went wrong, before it becomes a page or a problem."""

    status: int
    message: str
    details: tuple[tuple[str, str], ...] = ()
    type: str = PLAIN

    @property
    def title(self) -> str:
        """The standard words for the status."""
        return HTTPStatus(self.status).phrase


def add_failure_handlers(app: FastAPI) -> None:
    """Answer every error of the tree, every wrong query and every surprise in the same two forms."""
    app.add_exception_handler(VedetteError, _answer_vedette_error)
    app.add_exception_handler(HTTPException, _answer_http_error)
    app.add_exception_handler(RequestValidationError, _answer_wrong_query)
    app.add_exception_handler(Exception, _answer_surprise)


def refuse(request: Request, status: int, message: str) -> Response:
    """Answer with a status and the sentence that explains it, as a page or a problem."""
    return _answer(request, Failure(status=status, message=message))


def _answer_vedette_error(request: Request, error: Exception) -> Response:
    if isinstance(error, UnknownId):
        return _answer(request, Failure(status=404, message=error.said))
    if isinstance(error, MissingExtra):
        return _answer(request, Failure(status=501, message=str(error)))
    if not isinstance(error, VedetteError) or error.http_status >= 500:
        return _answer_surprise(request, error)
    return _answer(request, Failure(status=error.http_status, message=str(error), type=error.problem))


def _answer_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = _answer(request, Failure(status=status, message=_message(status, error)))
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    if status == 405 and (methods := request.app.state.methods_of(request.url.path)):
        response.headers["Allow"] = ", ".join(methods)  # Starlette names those of the first match only
    return response


def _message(status: int, error: Exception) -> str:
    """Say what is wrong: in our words, else in those of whoever raised it, else in the standard's."""
    own = {
        404: gettext(_MISSING), 405: _("This address does not answer that; 'Allow' says what it does answer."),
    }.get(status)
    said = str(error.detail) if isinstance(error, HTTPException) else ""
    return own or said or HTTPStatus(status).phrase


def _answer_wrong_query(request: Request, error: Exception) -> Response:
    problems: Sequence[dict[str, object]] = error.errors() if isinstance(error, RequestValidationError) else ()
    locations = [tuple(problem["loc"]) for problem in problems if isinstance(problem["loc"], Sequence)]
    if any(location[:1] == ("path",) for location in locations):
        return _answer(request, Failure(status=404, message=gettext(_MISSING)))
    details = tuple(
        (_field(location), str(problem["msg"]).removeprefix("Value error, "))
        for location, problem in zip(locations, problems, strict=True)
    )
    message = _("The address asks for something that cannot be understood. Correct it and try again.")
    return _answer(request, Failure(status=422, message=message, details=details))


def _answer_surprise(request: Request, error: Exception) -> Response:
    _LOG.error("%s could not be answered", request.url.path, exc_info=error)
    response = _answer(request, Failure(status=500, message=gettext(_BROKEN)))
    # The last resort stands outside everything else, also outside what adds these.
    response.headers.update(SECURE_HEADERS)
    return response


def _answer(request: Request, failure: Failure) -> Response:
    if is_for_programs(request.url.path):
        return problem(
            request.url.path, failure.status, failure.message, type=failure.type, errors=failure.details
        )
    heading = gettext(_HEADINGS.get(failure.status, failure.title))
    context = FailureContext(title=heading, status=failure.status, message=failure.message, details=failure.details)
    return render(request, context, status=failure.status)


def _field(location: tuple[object, ...]) -> str:
    return str(location[1]) if len(location) > 1 else "address"
