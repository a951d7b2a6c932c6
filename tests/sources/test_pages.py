from __future__ import annotations

import pytest

from vedette.errors import InputError
from vedette.model import FieldSource, KnownOutlet
from vedette.sources.draft import Origin
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.pages import looks_like_html, read_page

PARAGRAPHS = (
    "The border guard shut the crossing at Ashford on Thursday evening after a balloon was found near the road.",
    "Lorries were sent to the next crossing, where the queue had grown to nine kilometres by morning, drivers said.",
    "The ministry said that it would decide within a week whether trains may run again through the forest station.",
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Crossing shut at Ashford | Example Post</title>
<meta property="og:title" content="Crossing shut at Ashford">
<meta property="og:site_name" content="Example Post Online">
<meta property="article:published_time" content="2025-09-12T08:30:00+03:00">
<meta name="author" content="Rita Oak">
<link rel="canonical" href="https://post.example/crossing">
</head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport pages</a></li></ul></nav>
<article><h1>Crossing shut at Ashford</h1>{paragraphs}</article>
<aside class="related"><h3>Related articles</h3><ul><li><a href="/1">Ten hikes for the autumn</a></li></ul></aside>
<div id="comments" class="comments"><h3>Leave a reply</h3><p>First! I never liked that crossing anyway.</p></div>
<footer><p>Copyright Example Post. All rights reserved.</p></footer>
</body></html>"""


def page(paragraphs: tuple[str, ...] = PARAGRAPHS, template: str = PAGE) -> str:
    return template.replace("{paragraphs}", "".join(f"<p>{text}</p>" for text in paragraphs))


def origin(**fields: object) -> Origin:
    return Origin(source="a.html", ref="a", **fields)  # type: ignore[arg-type]


def test_the_article_is_kept_as_paragraphs_and_the_furniture_is_gone() -> None:
    text = read_page(page().encode(), origin()).text
    lines = text.split("\n\n")
    assert [line for line in lines if line in PARAGRAPHS] == list(PARAGRAPHS)
    for furniture in ("Home", "Sport pages", "Leave a reply", "First!", "Ten hikes", "Related", "All rights reserved"):
        assert furniture not in text


def test_what_the_page_says_of_itself_is_taken_over() -> None:
    report = read_page(page().encode(), origin())
    assert (report.title, report.title_from) == ("Crossing shut at Ashford", FieldSource.METADATA)
    assert (report.outlet, report.outlet_from) == ("Example Post Online", FieldSource.METADATA)
    assert (report.author, report.author_from) == ("Rita Oak", FieldSource.METADATA)
    assert (report.published, report.published_from) == ("2025-09-12T08:30:00+03:00", FieldSource.METADATA)
    assert (report.language, report.language_from) == ("en", FieldSource.METADATA)
    assert report.url == "https://post.example/crossing"


def test_a_known_domain_names_the_outlet(outlets: tuple[KnownOutlet, ...]) -> None:
    assert read_page(page().encode(), origin(outlets=OutletIndex.of(outlets))).outlet == "Example Post"


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2025-09-11"}]}</script>', "2025-09-11"),
        (
            '<script type="application/ld+json">{broken</script><time datetime="2025-09-10T07:00:00Z">10 Sept</time>',
            "2025-09-10T07:00:00+00:00",
        ),
        ('<meta itemprop="datePublished" content="2025-09-09">', "2025-09-09"),
    ],
)
def test_the_day_is_found_in_the_usual_places(markup: str, published: str) -> None:
    template = "<html><head>" + markup + "</head><body><article>{paragraphs}</article></body></html>"
    report = read_page(page(template=template).encode(), origin())
    assert (report.published, report.published_from) == (published, FieldSource.METADATA)


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "koi8-r", "utf-16"])
def test_a_page_in_an_old_encoding_is_read(encoding: str) -> None:
    paragraphs = (
        "Пограничники закрыли переход в четверг вечером, после того как у дороги нашли воздушный шар.",
        "Грузовики направили на соседний переход, где утром очередь выросла до девяти километров.",
    )
    template = f'<html lang="ru"><head><meta charset="{encoding}"><title>Переход закрыт</title></head><body><article>'
    report = read_page(page(paragraphs, template + "{paragraphs}</article></body></html>").encode(encoding), origin())
    assert report.text == "\n\n".join(paragraphs)
    assert (report.title, report.language) == ("Переход закрыт", "ru")


def test_a_page_that_names_a_wrong_language_is_overruled_by_its_words() -> None:
    wrong = page(PARAGRAPHS).replace('lang="en"', 'lang="fr"')
    report = read_page(wrong.encode(), origin())
    assert (report.language, report.language_from) == ("en", FieldSource.DETECTED)


def test_an_article_laid_out_in_a_table_is_read() -> None:
    template = "<html><body><table><tr><td>{paragraphs}</td></tr></table></body></html>"
    text = read_page(page(template=template).encode(), origin()).text
    assert all(paragraph in text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><script>let a = 1;</script></body></html>",
        "<html></html>",
        "<!DOCTYPE html>",
        "<html><head><title>A gate</title></head><body><img src='a.png'></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(InputError, match=r"a\.html: (There is no article text|It is not an HTML page)"):
        read_page(html.encode(), origin())


@pytest.mark.parametrize("html", ["<body><script>draw(html)</script>", "<body><style>html{color:red}</style></body>"])
def test_a_page_that_is_drawn_by_a_script_is_refused_in_a_sentence(html: str) -> None:
    with pytest.raises(InputError, match=r"There is no article text in it\."):
        read_page(html.encode(), origin())


def _fail(*_: object, **__: object) -> None:
    raise AssertionError


def test_markup_that_breaks_the_library_leaves_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedette.sources.page_metadata.extract_metadata", _fail)
    monkeypatch.setattr("vedette.sources.page_metadata.find_date", _fail)
    undated = page().replace("article:published_time", "x")
    report = read_page(undated.encode(), origin())
    assert (report.title, report.author, report.published) == ("Crossing shut at Ashford", None, None)
    assert PARAGRAPHS[0] in report.text


def test_an_article_that_breaks_the_library_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.extract", _fail)
    with pytest.raises(InputError, match=r"stands around it \(AssertionError\)\.") as refused:
        read_page(page().encode(), origin())
    assert "as a .txt file" in str(refused.value)


def test_ten_thousand_nested_boxes_end() -> None:
    html = "<html><body>" + "<div>" * 10_000 + "<p>" + PARAGRAPHS[0] + "</p>" + "</div>" * 10_000
    try:
        assert PARAGRAPHS[0] in read_page(html.encode(), origin()).text
    except InputError as error:
        assert "no article text" in error.reason or "not an HTML page" in error.reason


def test_a_page_of_a_hundred_thousand_boxes_is_refused_quickly() -> None:
    with pytest.raises(InputError, match="more than 100,000 HTML elements"):
        read_page(b"<html><body><article>" + b"<p>a</p>" * 100_001, origin())


def test_an_address_is_not_taken_for_the_name_of_an_outlet() -> None:
    template = "<html><head><title>Gate</title></head><body><article>{paragraphs}</article></body></html>"
    assert read_page(page(template=template).encode(), origin(url="https://www.post.example/1")).outlet is None


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"\xef\xbb\xbf\n<!doctype html>", True),
        ("<html>".encode("utf-16"), True),
        (b"<?xml version='1.0'?><html>", True),
        (b"A < B <p>", False),
        (b"{}", False),
        (b"", False),
    ],
)
def test_html_is_told_by_its_beginning(data: bytes, answer: bool) -> None:
    assert looks_like_html(data) is answer
