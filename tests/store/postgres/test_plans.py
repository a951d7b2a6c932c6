"""What pages ask of a filled desk goes along an index: the server says so itself (EXPLAIN)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import text

import builders as build
from postgres import Server
from vedette.model import ReadReport
from vedette.store import EventFilter, Store, open_store, records
from vedette.store.asked import ClaimFilter, ReportFilter
from vedette.store.sightings import Box

# Two thousand days of events, ten a day, each at a point of its own with a claim in a report of its own.
FILLED = """
INSERT INTO reports (id, ref, text, title, outlet, language, published, first_seen, title_from, outlet_from,
    author_from, language_from, published_from)
SELECT 'r' || n, n, 'The gate ' || n || ' was shut.', 'Gate ' || n, 'Post ' || n % 40, 'en',
    (date '2020-01-01' + n / 10)::text, '2025-09-13T06:00:00+00:00', 'none', 'none', 'none', 'none', 'none'
FROM generate_series(1, 20000) AS n;
INSERT INTO reports_words (number, words, said)
SELECT number, setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', text), ' ' || lower(text) || ' '
FROM reports;
INSERT INTO claims (id, report, ordinal, type, stage, factuality, first_day, last_day, content)
SELECT 'c' || n, 'r' || n, 0, 'border_closure', 'happened', 'asserted', NULL, NULL, CLAIM
FROM generate_series(1, 20000) AS n;
INSERT INTO events (id, type, stage, factuality, first_day, last_day, day, moment, names, origins, letter, digit,
    content)
SELECT 'e' || n, CASE n % 30 WHEN 0 THEN 'strike' ELSE 'border_closure' END, 'happened', 'asserted', day, day, day, day,
    '', 1, 'B', 2, EVENT
FROM (SELECT n, (date '2020-01-01' + n / 10)::text AS day FROM generate_series(1, 20000) AS n) AS made;
INSERT INTO event_claims (event, claim) SELECT 'e' || n, 'c' || n FROM generate_series(1, 20000) AS n;
INSERT INTO event_countries (country, event) SELECT CASE n % 20 WHEN 0 THEN 'LT' ELSE 'PL' END, 'e' || n
FROM generate_series(1, 20000) AS n;
INSERT INTO event_points (event, ordinal, lat, lon, name, kind)
SELECT 'e' || n, 0, 40 + n % 200 / 10.0, 10 + n / 200 % 200 / 10.0, 'Gate', 'city' FROM generate_series(1, 20000) AS n;
ANALYZE;
"""


@pytest.fixture(scope="module")
def filled(postgres_server: Server) -> Iterator[Store]:
    with postgres_server.database() as address:
        open_store(address).close()
        with closing(psycopg.connect(address, autocommit=True)) as driver:
            told = build.report()
            claim = build.claim(told)
            contents = {"CLAIM": records.claim_rows(ReadReport(report=told, claims=(claim,)))[0]["content"],
                        "EVENT": records.event_row(build.event([claim]))["content"]}
            statement = FILLED
            for name, content in contents.items():
                statement = statement.replace(name, sql.quote(content))
            driver.execute(statement.encode())
        with open_store(address, read_only=True) as store:
            yield store


@pytest.fixture
def plans(filled: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Store], object]], str]:
    """Ask a desk something, and give the plans of all queries that this takes."""
    from sqlalchemy import event

    def asked(ask: Callable[[Store], object]) -> str:
        found: list[str] = []

        def explain(connection, cursor, statement, given, context, many):
            if statement.startswith("SELECT"):
                with closing(cursor.connection.cursor()) as beside:
                    beside.execute(f"EXPLAIN {statement}", given)
                    found.append("\n".join(line for (line,) in beside.fetchall()))

        event.listen(filled._book.engine, "before_cursor_execute", explain)
        try:
            ask(filled)
        finally:
            event.remove(filled._book.engine, "before_cursor_execute", explain)
        assert found
        return "\n\n".join(found)

    return asked


LATE = {"since": "2025-06-01", "until": "2025-06-03"}
BOX = Box(14.0, 54.0, 14.2, 54.3)


@pytest.mark.parametrize(("ask", "index"), [
    (lambda store: store.list_events(EventFilter()), "ix_events_listed"),
    (lambda store: store.events(EventFilter(limit=50)), "ix_events_listed"),
    (lambda store: store.count_events(EventFilter(**LATE)), "ix_events_period"),
    (lambda store: store.events(EventFilter(**LATE, limit=50)), "ix_events_period"),
    (lambda store: store.count_events(EventFilter(box=BOX)), "ix_event_points_point"),
    (lambda store: store.events(EventFilter(box=BOX, limit=50)), "ix_event_points_point"),
    (lambda store: store.count_events(EventFilter(country="LT")), "event_countries_pkey"),
    (lambda store: store.events(EventFilter(newest=True, limit=5)), "reports_pkey"),
    (lambda store: store.search("gate 777"), "ix_reports_words_words"),
    (lambda store: store.search('"gate 77"*'), "ix_reports_words_words"),
    (lambda store: store.list_reports(ReportFilter()), "reports_pkey"),
    (lambda store: store.list_reports(ReportFilter(text="777")), "ix_reports_words_words"),
    (lambda store: store.list_claims(ClaimFilter(report="r5")), "ix_claims_report_ordinal"),
    (lambda store: store.claims_beginning("c777"), "claims_pkey"),
    (lambda store: store.coming("2025-06-01", limit=5), "ix_events_listed"),
])
def test_a_question_goes_along_an_index(plans: Callable[..., str], ask: Callable[[Store], object], index: str) -> None:
    found = plans(ask)
    assert index in found, found


@pytest.mark.parametrize("filter", [
    EventFilter(**LATE), EventFilter(since="2025-06-20"), EventFilter(until="2020-01-03"), EventFilter(box=BOX),
    EventFilter(box=Box(19.8, 40.0, -170.0, 60.0)), EventFilter(**LATE, box=Box(10, 40, 30, 60)),
])
def test_with_the_index_or_without_it_the_same_is_found(
    filled: Store, filter: EventFilter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_index = [one.event for one in filled.sightings(filter)]
    for name in ("touching", "inside"):
        monkeypatch.setattr(type(filled._book.finder), name, lambda *_: ())
    assert [one.event for one in filled.sightings(filter)] == with_index
    assert with_index


def test_the_plans_are_those_of_a_filled_desk(filled: Store) -> None:
    with filled._book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM events")).scalar() == 20_000
