"""Sources put right: names in one piece, and short names linked to those who bear them."""

from __future__ import annotations

import pytest

from vedette.model import LinkKind, Span
from vedette.reading.facts.sayings import load_saying_words
from vedette.reading.facts.sources import SourceMender
from vedette.reading.inflection import load_inflection
from vedette.reading.tags import TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind


def source(text: str, words: str, kind: LinkKind = LinkKind.OFFICIAL) -> TaggedSpan:
    start = text.index(words)
    return TaggedSpan(kind=SpanKind.SOURCE, span=Span(start, start + len(words)), score=1.0, value=kind)


def mended(
    language: str, text: str, *sources: TaggedSpan, links: tuple[TaggedLink, ...] = (), outlet: str | None = None
) -> Tags:
    mender = SourceMender(load_saying_words(language), load_inflection(language))
    outlets = [source(text, outlet).span] if outlet is not None else []
    return mender.mend(Tags(events=(), spans=sources, links=links), text, outlets=outlets)


def names(language: str, text: str, *sources: TaggedSpan, links: tuple[TaggedLink, ...] = ()) -> list[str]:
    return [tag.span.of(text) for tag in mended(language, text, *sources, links=links).spans]


def kinds(language: str, text: str, *sources: TaggedSpan, outlet: str | None = None) -> list[tuple[str, str | None]]:
    return [(tag.span.of(text), tag.value) for tag in mended(language, text, *sources, outlet=outlet).spans]


def standing_for(language: str, text: str, *sources: TaggedSpan) -> list[tuple[str, str]]:
    links = mended(language, text, *sources).links
    return [(link.left.span.of(text), link.right.span.of(text)) for link in links if link.role is Role.SAME]


def test_an_office_and_the_name_behind_it_are_one_source() -> None:
    text = "Бій триває, повідомив голова адміністрації Остап Зразок."
    parts = source(text, "голова адміністрації"), source(text, "Зразок")
    assert names("uk", text, *parts) == ["голова адміністрації Остап Зразок"]


CUT = [
    ("lt", "Kauno miesto taryba pranešė apie tai.", "Kauno", "taryba", "Kauno miesto taryba"),
    ("en", "The Riga port police said so.", "Riga", "police", "Riga port police"),
    ("de", "Das teilte das Amt des Kreises Nord mit.", "Amt des", "Nord", "Amt des Kreises Nord"),
]


@pytest.mark.parametrize(("language", "text", "first", "last", "whole"), CUT)
def test_a_name_that_was_cut_in_two_is_one(language: str, text: str, first: str, last: str, whole: str) -> None:
    assert names(language, text, source(text, first), source(text, last)) == [whole]


def test_whose_ministry_it_is_belongs_to_its_name() -> None:
    text = "Droga jest zamknięta, podało łotewskie Centrum Dróg (CD)."
    assert names("pl", text, source(text, "łotewskie"), source(text, "Centrum Dróg (CD")) == [
        "łotewskie Centrum Dróg (CD)"
    ]


def test_two_who_speak_stay_two() -> None:
    text = "Ship seized, port captain and Coast Guard said."
    parts = source(text, "port captain"), source(text, "Coast Guard")
    assert names("en", text, *parts) == ["port captain", "Coast Guard"]
    text = "Granica zamknięta, podał dziennik Zorza burmistrz Przykład."
    parts = source(text, "Zorza", LinkKind.OUTLET), source(text, "burmistrz")
    assert names("pl", text, *parts) == ["Zorza", "burmistrz Przykład"]


def test_what_an_outlet_is_belongs_to_its_name() -> None:
    text = "Пра гэта напісала газета «Прыклад»."
    parts = source(text, "газета", LinkKind.OUTLET), source(text, "Прыклад", LinkKind.OUTLET)
    assert names("be", text, *parts) == ["Прыклад"]


@pytest.mark.parametrize(("words", "kept"), [("«", []), ("-fm", []), ("«Прыклад», ", ["Прыклад"])])
def test_what_is_no_word_is_no_source(words: str, kept: list[str]) -> None:
    text = "Радыё-fm і «Прыклад», паведамляе агенцтва."
    assert names("be", text, source(text, words, LinkKind.OUTLET)) == kept


def test_links_follow_the_source_that_is_left() -> None:
    text = "Drone down, said governor Jonas Pavyzdys in the capital."
    one, two, cue = source(text, "governor"), source(text, "Jonas Pavyzdys"), source(text, "said")
    told = TaggedLink(role=Role.CUED, left=two, right=cue, score=0.9)
    [link] = mended("en", text, one, two, links=(told,)).links
    assert link.left.span.of(text) == "governor Jonas Pavyzdys"


@pytest.mark.parametrize(("language", "text", "marked", "whole"), [
    ("ru", "Граница закрыта, заявил министр Пётр Примеров вечером.", "министр", "министр Пётр Примеров"),
    ("de", "Der Präsident Jan Muster warf ihnen das vor.", "Präsident", "Präsident Jan Muster"),
    ("de", "Der Präsident Sachsens sprach.", "Präsident", "Präsident"),
    ("ru", "Граница закрыта, заявил министр ТАСС.", "министр", "министр"),
])
def test_a_name_behind_an_office_belongs_to_it(language: str, text: str, marked: str, whole: str) -> None:
    assert names(language, text, source(text, marked)) == [whole]


def test_sources_in_a_government_are_sources() -> None:
    text = "Кордон закриють, пише газета з посиланням на джерела в уряді."
    assert names("uk", text, source(text, "в уряді", LinkKind.UNNAMED)) == ["джерела в уряді"]


def test_the_given_name_that_was_left_out_shows_that_it_is_a_person() -> None:
    text = "Drooni leidis piirivalvur, ütles minister Andres Näide."
    parts = source(text, "minister"), source(text, "Näide", LinkKind.OUTLET)
    assert names("et", text, *parts) == ["minister Andres Näide"]


def test_a_name_and_its_short_form_in_brackets_are_one() -> None:
    text = "Postas uždarytas, pranešė Pavyzdžio sienos tarnyba (PST), rašo kiti."
    parts = source(text, "Pavyzdžio sienos tarnyba ("), source(text, "PST)")
    assert names("lt", text, *parts) == ["Pavyzdžio sienos tarnyba (PST)"]
    text = "Punkt zamknięto, podała Straż Przykładna (za Kurier Nocny)."
    parts = source(text, "Straż Przykładna"), source(text, "Kurier Nocny", LinkKind.OUTLET)
    assert names("pl", text, *parts) == ["Straż Przykładna", "Kurier Nocny"]


def test_an_initial_and_a_surname_are_a_person() -> None:
    text = "Postas uždarytas, pažymi J. Pavyzdys."
    parts = source(text, "J", LinkKind.OUTLET), source(text, "Pavyzdys", LinkKind.OUTLET)
    assert kinds("lt", text, *parts) == [("J. Pavyzdys", LinkKind.OFFICIAL)]
    text = "Praneša premjerė J. Pavyzdienė."
    assert names("lt", text, source(text, "premjerė"), source(text, ". Pavyzdienė")) == ["premjerė J. Pavyzdienė"]


HOLDERS = [
    ("ru", "Это ложь, заявил посол Франции в Риге Пётр Примеров.", "посол Франции", "Пётр Примеров"),
    ("lv", "Telpa slēgta, paziņoja aizsardzības ministrs Jānis Paraugs.", "aizsardzības ministrs", "Jānis Paraugs"),
    ("lt", "Anot prezidento patarėjo Jono Pavyzdžio, kelias laisvas.", "prezidento", "Jono Pavyzdžio"),
]


@pytest.mark.parametrize(("language", "text", "office", "person"), HOLDERS)
def test_who_holds_an_office_is_no_outlet(language: str, text: str, office: str, person: str) -> None:
    parts = source(text, office), source(text, person, LinkKind.OUTLET)
    [(name, kind)] = kinds(language, text, *parts)
    assert name.startswith(office) and name.endswith(person) and kind is LinkKind.OFFICIAL


def test_a_given_name_before_a_surname_is_no_outlet_and_a_double_surname_is_one_name() -> None:
    text = "Kelias laisvas, sako krašto apsaugos ministras Jonas Pavyzdys."
    parts = source(text, "krašto apsaugos ministras"), source(text, "Jonas", LinkKind.OUTLET)
    assert names("lt", text, *parts) == ["krašto apsaugos ministras Jonas"]
    text = "Угрозы нет, заявил министр Пётр Примеров-Образцов вечером."
    assert names("ru", text, source(text, "министр")) == ["министр Пётр Примеров-Образцов"]


LISTENERS = [
    ("ru", "Угрозы нет, министр сообщил Северной Заре.", "министр", "Северной Заре"),  # a verb between the two
    ("ru", "Угрозы нет, заявил министр «Северной Заре».", "министр", "Северной Заре"),  # in quotation marks
    ("ru", "Угрозы нет, заявил министр Заре.", "министр", "Заре"),  # one word
]


@pytest.mark.parametrize(("language", "text", "office", "paper"), LISTENERS)
def test_an_outlet_behind_an_office_stays_one(language: str, text: str, office: str, paper: str) -> None:
    parts = source(text, office), source(text, paper, LinkKind.OUTLET)
    assert names(language, text, *parts) == [office, paper]


def test_a_known_outlet_behind_an_office_stays_one() -> None:
    text = "Uhkaa ei ole, kertoo ministeri Helsingin Sanomat."
    parts = source(text, "ministeri"), source(text, "Helsingin Sanomat", LinkKind.OUTLET)
    assert len(kinds("fi", text, *parts, outlet="Helsingin Sanomat")) == 2
    assert len(kinds("fi", text, *parts)) == 1


def test_what_a_group_is_and_its_name_are_one() -> None:
    text = "Про це заявила моніторингова група «Зразок» увечері."
    parts = source(text, "група", LinkKind.INVESTIGATION), source(text, "Зразок", LinkKind.INVESTIGATION)
    assert names("uk", text, *parts) == ["група «Зразок»"]


def test_a_broadcaster_is_an_outlet_and_no_expert() -> None:
    text = "Про це повідомляє суспільний мовник Yle."
    tag = source(text, "суспільний мовник Yle", LinkKind.EXPERT)
    assert kinds("uk", text, tag, outlet="Yle") == [("Yle", LinkKind.OUTLET)]
    text = "Про це каже джерело в агентстві Reuters."
    tag = source(text, "джерело в агентстві Reuters", LinkKind.UNNAMED)
    assert kinds("uk", text, tag, outlet="Reuters") == [("джерело в агентстві Reuters", LinkKind.UNNAMED)]


def test_whom_a_person_told_is_no_part_of_his_name() -> None:
    text = "Kelias laisvas, patarėjas J. Pavyzdys Eltą informavo."
    parts = source(text, "patarėjas"), source(text, "J. Pavyzdys Eltą")
    assert names("lt", text, *parts) != ["patarėjas J. Pavyzdys"]  # where nobody knows that it is an outlet
    tags = mended("lt", text, *parts, outlet="Eltą")
    assert [tag.span.of(text) for tag in tags.spans] == ["patarėjas J. Pavyzdys"]


STANDS = [
    ("ru", "МИД Дании выразил протест. В ведомстве назвали это ложью.", "МИД Дании", "ведомстве"),
    ("uk", "Посол Остап Зразок прибув. Дипломат назвав це неправдою.", "Посол Остап Зразок", "Дипломат"),
    (
        "uk", "Речник служби Остап Зразок заявив: тихо. Речник додав: загрози немає.",
        "Речник служби Остап Зразок", "Речник додав",
    ),
    (
        "ru", "Губернатор Пётр Примеров сообщил об атаке. Примеров уточнил детали.",
        "Губернатор Пётр Примеров", "Примеров уточнил",
    ),
    (
        "pl", "Rzecznik Jan Przykładny mówi o dronie. Według Przykładnego spadł w lesie.",
        "Rzecznik Jan Przykładny", "Przykładnego",
    ),
    (
        "en", "Defence Minister Ann Sample said it fell. He later spoke of two.",
        "Defence Minister Ann Sample", "He later",
    ),
    (
        "fi", "Puolustusministeri Esa Esimerkki kertoi asiasta. Hän lisäsi muuta.",
        "Puolustusministeri Esa Esimerkki", "Hän lisäsi",
    ),
]


@pytest.mark.parametrize(("language", "text", "full", "short"), STANDS)
def test_a_short_name_stands_for_who_was_named_in_full(language: str, text: str, full: str, short: str) -> None:
    word = short.split(maxsplit=1)[0]
    start = text.rindex(short)
    tag = TaggedSpan(kind=SpanKind.SOURCE, span=Span(start, start + len(word)), score=1.0, value=LinkKind.OFFICIAL)
    assert standing_for(language, text, source(text, full), tag) == [(word, full)]


def test_a_name_that_nobody_bore_before_stands_for_nobody() -> None:
    text = "Minister Jonas Pavyzdys spoke first; mayor Ona Bandymas spoke last."
    assert standing_for("en", text, source(text, "Minister Jonas Pavyzdys"), source(text, "mayor Ona Bandymas")) == []


def test_the_newspaper_stands_for_the_outlet_named_before() -> None:
    text = "Агентство «Пример» сообщило о дроне со слов мэра. Издание уточнило, где он упал."
    parts = source(text, "Пример", LinkKind.OUTLET), source(text, "мэра"), source(text, "Издание", LinkKind.OUTLET)
    assert standing_for("ru", text, *parts) == [("Издание", "Пример")]


def test_a_pronoun_stands_for_no_newspaper() -> None:
    text = "The Daily Lamp writes so. He was angry."
    assert standing_for("en", text, source(text, "The Daily Lamp", LinkKind.OUTLET), source(text, "He")) == []


@pytest.mark.parametrize(("language", "text", "tagged", "outlet"), [
    ("lv", "Ministre Anna Parauga ziņu aģentūrai Paraugziņas teica, ka tilts ir drošs.",
     "Ministre Anna Parauga ziņu aģentūrai Paraugziņas", "Paraugziņas"),
    ("lt", "Ministras Jonas Pavyzdys agentūrai Pavyzdžiai sakė, kad tiltas saugus.",
     "Ministras Jonas Pavyzdys agentūrai Pavyzdžiai", "Pavyzdžiai"),
])
def test_who_tells_an_agency_speaks_himself(language: str, text: str, tagged: str, outlet: str) -> None:
    person = " ".join(tagged.split()[:3])
    assert kinds(language, text, source(text, tagged), outlet=outlet) == [(person, LinkKind.OFFICIAL)]


def test_a_surname_is_his_who_was_named_in_full_whatever_it_was_taken_for() -> None:
    text = "Piiripunkti juht Toomas Näidis rääkis järjekorrast. Olukord paraneb, kirjeldab Näidise."
    first, short = source(text, "juht Toomas Näidis"), source(text, "Näidise", LinkKind.WITNESS)
    assert standing_for("et", text, first, short) == [("Näidise", "juht Toomas Näidis")]
    text = "Piiripunkti juht Toomas Näidis rääkis järjekorrast. Olukord paraneb, kirjeldab juht."
    short = TaggedSpan(kind=SpanKind.SOURCE, span=Span(len(text) - 5, len(text) - 1), score=1.0, value=LinkKind.WITNESS)
    assert standing_for("et", text, source(text, "juht Toomas Näidis"), short) == []


@pytest.mark.parametrize(("text", "tagged", "speak"), [
    ("Unkarin kerrotaan sulkeneen rajan.", "Unkarin", []),
    ("Kolmen miehen epäillään katkaisseen kaapelin.", "Kolmen miehen", []),
    ("Budapestista kerrotaan, että raja on suljettu.", "Budapestista", ["Budapestista"]),
])
def test_of_whom_something_is_told_in_the_passive_does_not_speak(text: str, tagged: str, speak: list[str]) -> None:
    assert names("fi", text, source(text, tagged)) == speak


@pytest.mark.parametrize(("language", "text", "name", "office"), [
    ("en", "It fell, said Jon Sample, a deputy mayor.", "Jon Sample", "deputy mayor"),
    ("de", "Er fiel, sagte Jan Muster, stellvertretender Leiter.", "Jan Muster", "stellvertretender Leiter"),
    ("pl", "Spadł, powiedział Jan Przykład, rzecznik straży.", "Jan Przykład", "rzecznik straży"),
    ("uk", "Він упав, сказав Остап Прикладенко, речник служби.", "Остап Прикладенко", "речник служби"),
])
def test_a_person_taken_for_an_outlet_is_one_with_the_office_behind(
    language: str, text: str, name: str, office: str
) -> None:
    whole = text[text.index(name) : text.index(office) + len(office)]
    found = kinds(language, text, source(text, name, LinkKind.OUTLET), source(text, office))
    assert found == [(whole, LinkKind.OFFICIAL)]


def test_who_is_called_as_an_outlet_is_stays_one() -> None:
    text = "The queue is long, said Piret Sample, a spokeswoman for the port."
    parts = source(text, "Piret Sample", LinkKind.OUTLET), source(text, "spokeswoman for the port")
    assert len(kinds("en", text, *parts, outlet="Piret Sample")) == 2
