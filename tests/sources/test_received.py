"""What a watch received becomes the report that its words make."""

from vedette.model import Report
from vedette.sources.listings import Listed
from vedette.sources.received import Received, read_received
from vedette.sources.web import FetchedPage

CHANNEL = FetchedPage(url="https://t.me/s/example", status=200, content_type="text/html", body=b"<html></html>")
WORDS = "The border crossing was closed on Friday."


def report_of(post: Listed) -> Report:
    received = Received(
        page=CHANNEL, address=post.address, at="2025-09-12T08:00:00+00:00", outlet="Example Channel", post=post
    )
    report = read_received(received)
    assert isinstance(report, Report)
    return report


def test_a_post_is_the_word_of_its_channel():
    report = report_of(Listed(address="https://t.me/example/7", text=WORDS, published="2025-09-12"))
    assert (report.outlet, report.text, report.published) == ("Example Channel", WORDS, "2025-09-12")


def test_a_post_that_is_passed_on_is_the_word_of_who_wrote_it():
    report = report_of(Listed(address="https://t.me/example/8", text=WORDS, relayed_from="Border Guard"))
    assert (report.outlet, report.url) == ("Border Guard", "https://t.me/example/8")
