"""What was changed between two versions of an article."""

import pytest

from vedette.watching.edits import Piece, difference

OLD = "Border shut\n\nThe border was shut on Friday.\n\nTwo men were held.\n\nThe army said nothing."


def written(before, after):
    marks = {Piece.SAME: "{}", Piece.GONE: "[-{}-]", Piece.NEW: "[+{}+]"}
    return ["".join(marks[words.piece].format(words.text) for words in one) for one in difference(before, after)]


@pytest.mark.parametrize(("after", "changed"), [
    (OLD, []),
    (OLD.replace("\n\n", "\n"), []),  # the same paragraphs, with other lines between
    (OLD.replace("Two", "Three"), ["[-Two-][+Three+] men were held."]),
    (OLD.replace("\n\nTwo men were held.", ""), ["[-Two men were held.-]"]),
    (OLD + "\n\nIt denied this later.", ["[+It denied this later.+]"]),
    (OLD.replace("was shut", "was not shut").replace("nothing", "little"), [
        "The border was [+not +]shut on Friday.", "The army said [-nothing-][+little+].",
    ]),
])
def test_what_changed_is_told_by_paragraph_and_word(after, changed):
    assert written(OLD, after) == changed


def test_both_versions_can_be_put_together_from_it():
    after = OLD.replace("Friday", "Saturday night").replace("The army", "The army of the state")
    for paragraph in difference(OLD, after):
        before = "".join(words.text for words in paragraph if words.piece is not Piece.NEW)
        later = "".join(words.text for words in paragraph if words.piece is not Piece.GONE)
        assert before in OLD.split("\n")
        assert later in after.split("\n")


def test_a_paragraph_of_a_hundred_thousand_words_takes_no_time():
    long = "word " * 100_000
    assert written(long + "a", long + "b")[0].startswith("[-word")
