"""Reading by rules over a dependency tree: English, with word lists and event rules as data."""

from vedette.reading.rules.rule_reader import RuleReader

__all__ = ["RuleReader"]
