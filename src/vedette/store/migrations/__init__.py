"""How a desk made by an older Vedette becomes one of today, step by step.

Each file in ``versions/`` is one step and is never changed once released. To add
one: change ``tables.py``, write ``versions/NNNN_what_changes.py`` with
``down_revision`` set to the step before, raise ``SCHEMA`` in ``tables.py``, and run the
tests of the store: one of them compares what the steps make with ``tables.py``, in a file and on a server. Texts on a
server are ordered byte by byte, as in a file: ``sa.Text().with_variant(sa.Text(collation="C"), "postgresql")``.
"""
