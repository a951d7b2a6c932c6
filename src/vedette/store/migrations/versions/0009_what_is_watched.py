"""What is watched: hosts, feeds, pages and their versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; nothing is watched yet."""
    op.create_table(
        "hosts",
        sa.Column("host", sa.Text(), nullable=False, primary_key=True),
        _text("ready"), _maybe("wake"), _maybe("asked"), _count("failures"),
        sa.Column("robots", sa.LargeBinary()),
        sa.Column("robots_status", sa.Integer()),
        _maybe("robots_at"),
    )
    op.create_index("ix_hosts_wake", "hosts", ["wake"])
    _make_feeds()
    _make_pages()
    _make_versions()


def _make_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("number", NUMBER, primary_key=True),
        _text("address"), _text("outlet"), _text("kind"),
        sa.Column("parent", NUMBER),
        _text("host"), _maybe("due"), _text("added"), _maybe("polled"), _maybe("answered"), _maybe("newest"),
        _maybe("etag"), _maybe("last_modified"), _count("streak"), _text("reason"),
        sa.Column("rhythm", sa.Float()),
        _count("items"),
        sa.UniqueConstraint("address"),
        sa.ForeignKeyConstraint(["parent"], ["feeds.number"]),
        sa.ForeignKeyConstraint(["host"], ["hosts.host"]),
    )
    for columns in (["outlet"], ["parent"], ["host", "due"]):
        op.create_index(f"ix_feeds_{'_'.join(columns)}", "feeds", columns)


def _make_pages() -> None:
    op.create_table(
        "pages",
        sa.Column("number", NUMBER, primary_key=True),
        _text("address"),
        sa.Column("feed", NUMBER, nullable=False),
        _text("host"), _text("state"), _maybe("due"), _text("listed"), _maybe("title"), _maybe("published"),
        _maybe("digest"), _maybe("first"), _maybe("seen"), _maybe("etag"), _maybe("last_modified"),
        _count("streak"), _text("reason"), _count("misses"), _maybe("missed"),
        sa.Column("alias_of", NUMBER),
        sa.UniqueConstraint("address"),
        sa.ForeignKeyConstraint(["feed"], ["feeds.number"]),
        sa.ForeignKeyConstraint(["host"], ["hosts.host"]),
        sa.ForeignKeyConstraint(["alias_of"], ["pages.number"]),
    )
    for columns in (["feed"], ["alias_of"], ["host", "due"], ["state", "due"]):
        op.create_index(f"ix_pages_{'_'.join(columns)}", "pages", columns)


def _make_versions() -> None:
    op.create_table(
        "page_versions",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("page", NUMBER, nullable=False),
        _text("state"), _text("fetched"), _maybe("file"),
        sa.Column("offset", NUMBER),
        sa.Column("length", NUMBER),
        _maybe("sha256"), _maybe("report"), _text("reason"),
        sa.ForeignKeyConstraint(["page"], ["pages.number"]),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
    )
    for columns in (["report"], ["page", "number"], ["state", "number"]):
        op.create_index(f"ix_page_versions_{'_'.join(columns)}", "page_versions", columns)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text())


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)
