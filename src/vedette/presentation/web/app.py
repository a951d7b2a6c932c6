"""Put pages, interface, style and protection together."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import APIRouter, FastAPI
from starlette.staticfiles import StaticFiles

from vedette import __version__
from vedette.presentation.saying import ENGLISH, languages
from vedette.presentation.web.access.doors import Doors, open_doors
from vedette.presentation.web.access.gate import Gate
from vedette.presentation.web.access.guard import requires
from vedette.presentation.web.access.routes import access_routes
from vedette.presentation.web.api import API_ROOT, add_api
from vedette.presentation.web.briefing_page import BRIEFING
from vedette.presentation.web.deciding import OpenDesk, allow_deciding
from vedette.presentation.web.exports import EXPORTS
from vedette.presentation.web.failures import add_failure_handlers, refuse
from vedette.presentation.web.health_pages import healthz, metrics, readyz
from vedette.presentation.web.islands import show_islands
from vedette.presentation.web.language import SpeaksLanguage
from vedette.presentation.web.looking import seen
from vedette.presentation.web.page_history import WatchedPages
from vedette.presentation.web.pages import PAGES
from vedette.presentation.web.remembered import Remembered
from vedette.presentation.web.rendering import page_templates
from vedette.presentation.web.request_view import OpenView
from vedette.presentation.web.review.routes import review_routes
from vedette.presentation.web.security import LOOPBACK, KnownHosts, SecureHeaders
from vedette.presentation.web.sightings import PATH as SIGHTINGS_PATH
from vedette.presentation.web.sightings import keep_sightings, sightings
from vedette.presentation.web.warning_routes import WARNINGS, LeftOut
from vedette.settings import Tiles
from vedette.store.accounts import Role

READ = ["GET", "HEAD"]


def create_app(
    open_view: OpenView, *, hosts: Collection[str] = LOOPBACK, open_desk: OpenDesk | None = None,
    doors: Doors | None = None, tiles: Tiles | None = None, language: str = "",
    watched_pages: WatchedPages | None = None, left_out: LeftOut | None = None,
) -> FastAPI:
    """Make the web application that shows a desk to a browser and to other programs.

    Args:
        open_view: Opens a read-only view; called once for each request, in the thread
            that answers it, and closed when the answer is made.
        hosts: The names under which the desk may be asked for; others get status 421.
        open_desk: Opens the desk to put decisions of people on it; without it nothing can be decided here.
        doors: How people come in; without it there is no login, and everybody is whoever runs the desk.
        tiles: What the map is drawn on; without it on the ground that Vedette brings, and nothing is asked elsewhere.
        language: That of pages for browsers that prefer none of ours; without it English.
        watched_pages: What is on record of pages that are watched; without it nothing is shown of how they changed.
        left_out: Says which scenarios have faults and are not assessed, a sentence for each fault.

    Returns:
        An ASGI application, for example for uvicorn.

    """
    app = FastAPI(
        title="Vedette", version=__version__, summary="A sourced record of events.",
        # The usual pages for these load scripts from elsewhere, which no page of a desk may do.
        docs_url=None, redoc_url=None, openapi_url=f"{API_ROOT}/openapi.json",
    )
    app.state.open_view = open_view
    app.state.templates = {language: page_templates(language) for language in languages()}
    app.state.remembered = Remembered()
    app.state.watched_pages = watched_pages
    app.state.left_out = left_out or tuple
    show_islands(app, tiles)
    keep_sightings(app)
    allow_deciding(app, open_desk)
    doors = doors or Doors()
    open_doors(app, doors)
    add_api(app)
    # What is added later stands before it: nothing of a desk is reached but through the gate.
    app.add_middleware(Gate, doors=doors, refuse=refuse)
    app.add_middleware(SpeaksLanguage, default=language or ENGLISH)
    app.add_middleware(KnownHosts, hosts=frozenset(hosts))
    app.add_middleware(SecureHeaders, tiles=tiles.origin if tiles else None)
    add_failure_handlers(app)
    app.include_router(access_routes())
    app.include_router(_page_routes())
    app.include_router(review_routes())
    app.add_api_route("/healthz", healthz, methods=READ, include_in_schema=False)
    app.add_api_route("/readyz", readyz, methods=READ, include_in_schema=False)
    app.add_api_route(
        "/metrics", metrics, methods=["GET"], include_in_schema=False, dependencies=[requires(Role.READER)]
    )
    app.mount("/static", StaticFiles(packages=[("vedette.presentation.web", "static")]), name="static")
    return app


def _page_routes() -> APIRouter:
    router = APIRouter(include_in_schema=False, dependencies=[requires(Role.READER)])
    for path, endpoint in (*PAGES, *WARNINGS):
        router.add_api_route(path, endpoint, methods=READ)
    for path, endpoint in (*EXPORTS, *BRIEFING):
        router.add_api_route(path, endpoint, methods=["GET"])
    router.add_api_route(SIGHTINGS_PATH, sightings, methods=["GET"])
    router.add_api_route("/seen", seen, methods=["POST"])
    return router

