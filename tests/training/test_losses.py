"""What is seldom weighs more, and only labels that exist are given a weight."""

from training.losses import SELDOM

from vedette.reading.tags.labels import HEADS


def test_every_label_with_a_weight_of_its_own_is_one_of_its_head() -> None:
    unknown = {(head, label) for head, labels in SELDOM.items() for label in labels if label not in HEADS[head].labels}
    assert unknown == set()


def test_what_is_seldom_weighs_more_than_the_rest() -> None:
    assert min(weight for labels in SELDOM.values() for weight in labels.values()) > 1
