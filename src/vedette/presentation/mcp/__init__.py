"""The desk for assistants: read-only tools of the Model Context Protocol, every answer with its citations.

The front door is :func:`assistant_server`. It needs the extra ``mcp``; ``docs/mcp.md`` describes the tools.
"""

from vedette.presentation.mcp.server import assistant_server

__all__ = ["assistant_server"]
