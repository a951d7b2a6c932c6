"""A desk is linked anew when its rules change, and not when something else does."""

from dataclasses import replace

from vedette.knowledge import load_knowledge
from vedette.linking import rules_of
from vedette.model import Feed


def test_another_owner_is_another_rule_and_another_feed_is_none():
    knowledge = load_knowledge()
    first, *others = knowledge.outlets

    def with_first(**fields):
        return replace(knowledge, outlets=(replace(first, **fields), *others))

    assert rules_of(with_first(feeds=(Feed(address="https://post.example/feed"),))) == rules_of(knowledge)
    assert rules_of(with_first(owner="Example House")) != rules_of(knowledge)
