"""Templates in one language: what they say by themselves is translated once, when a template is first read.

A page holds hundreds of words that are the same on every page of its language. Looked up whenever a page is filled,
they cost more than all that the page is about.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from threading import RLock
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from vedette.presentation.saying import gettext, speaking


class SpokenTemplates(Environment):
    """The templates in one language; all else is as in any other set of templates. Fit for several threads."""

    def __init__(self, language: str, **options: Any) -> None:
        super().__init__(**options)
        self.language = language
        self._reading = RLock()

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """Give a template; of those who ask at once for one that was not read yet, one reads it for all."""
        with self._reading:
            return super().get_template(name, parent, globals)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Translate a template that was read, before it becomes a program: Jinja's hook for that."""
        with speaking(self.language):
            said: nodes.Template = _Said().visit(source)
        return super()._generate(said, name, filename, defer_init)


class _Said(NodeTransformer):
    """Puts a message in the place of the call that looks it up, where nothing is filled in."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (named by Jinja)
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_"), args=[nodes.Const(value=str() as message)], kwargs=[], dyn_args=None,
                dyn_kwargs=None,
            ):
                # As the call does it: a message may hold elements, and a percent sign is written twice.
                return nodes.Const(Markup(gettext(message)) % {}, lineno=node.lineno)
        return node
