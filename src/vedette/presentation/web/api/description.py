"""The interface described in OpenAPI 3.1."""

from __future__ import annotations

from fastapi import FastAPI


def describe(app: FastAPI) -> None:
    """Let an application serve the description."""
