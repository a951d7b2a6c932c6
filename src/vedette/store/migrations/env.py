"""Runs the migrations on the connection that opening a desk hands over.

There is no ``alembic.ini`` and no command line: a desk is upgraded when it is
opened, inside the one transaction that ``opening.py`` began.
"""

from __future__ import annotations

from alembic import context

from vedette.store.tables import metadata


def run() -> None:
    """Run the steps that the desk has not seen yet."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,  # SQLite alters a table by copying it
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file; a mere import runs nothing
    run()
