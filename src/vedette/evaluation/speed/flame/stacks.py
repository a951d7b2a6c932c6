"""A tree of functions with the time that was spent in each and in what it called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """A function where it was called, with the microseconds spent below it."""

    name: str
    spent: int = 0
    below: dict[str, Node] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many functions stand one above the other, this one too."""
        return 1 + max((one.depth for one in self.below.values()), default=0)


def tree(lines: Iterable[str]) -> Node:
    """Build the tree of stacks, one a line: names with semicolons between them, a blank, microseconds.

    Raises:
        ValueError: A line is none.

    Example:
        >>> root = tree(["read;parse 30", "read;tag 60", "read 10"])
        >>> root.spent, root.below["read"].spent, root.below["read"].below["tag"].spent
        (100, 100, 60)
    """
    root = Node("")
    for line in lines:
        stack, _, spent = line.strip().rpartition(" ")
        if not spent.isdecimal():
            raise ValueError(f"'{line.strip()}' is no stack with its microseconds.")
        node = root
        node.spent += int(spent)
        for name in filter(None, stack.split(";")):
            node = node.below.setdefault(name, Node(name))
            node.spent += int(spent)
    return root


def without_small(node: Node, least: float) -> Node:
    """Leave out what took less than so many microseconds: too narrow to be seen."""
    kept = {name: without_small(one, least) for name, one in node.below.items() if one.spent >= least}
    return Node(node.name, node.spent, kept)


def without_chain(node: Node) -> Node:
    """Leave out the first functions that only call the next one: they say nothing of where the time goes.

    Example:
        >>> without_chain(tree(["main;read;tag 60", "main;read;parse 40"])).name
        'read'
    """
    while len(node.below) == 1:
        only = next(iter(node.below.values()))
        if only.spent < node.spent * 0.95 or not only.below:
            break
        node = only
    return node
