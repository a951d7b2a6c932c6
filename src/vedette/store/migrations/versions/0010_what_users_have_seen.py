"""How far each user has seen the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, empty: until users look again, what their browsers remember counts."""
    op.create_table(
        "looks",
        sa.Column("user", NUMBER, nullable=False, primary_key=True, autoincrement=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.number"]),
    )
