"""Which numbers of Belarusian news are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("be")


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("У вучэннях удзельнічаюць 34 000 вайскоўцаў.", 34000, "troops", "exactly"),
        ("34 тыс. салдат прыбылі.", 34000, "soldiers", "exactly"),
        ("Больш за 20 дронаў заляцелі ў Польшчу.", 20, "drones", "at_least"),
        ("Упаў адзін дрон.", 1, "drones", "exactly"),
        ("21 беспілотнік збілі.", 21, "drones", "exactly"),
        ("Прынамсі пяць чалавек параненыя.", 5, "people", "at_least"),
        ("Паўтара мільёна чалавек выехалі.", 1500000, "people", "exactly"),
        ("дзвесце шэсць салдат", 206, "soldiers", "exactly"),
        ("тысяча рэзервістаў", 1000, "reservists", "exactly"),
        ("дзве тысячы трыста ваеннаслужачых", 2300, "servicemen", "exactly"),
        ("2 кг выбухоўкі", 2, "kg", "exactly"),
        ("500 тон паліва", 500, "tonnes", "exactly"),
        ("за 20 км ад мяжы", 20, "km", "exactly"),
        ("пяцікіламетровая зона", 5, "km", "exactly"),
        ("20-кіламетровая паласа", 20, "km", "exactly"),
        ("155-мм снарад", 155, "mm", "exactly"),
        ("$5 млн", 5000000, "USD", "exactly"),
        ("2,5 млрд еўра", 2500000000, "EUR", "exactly"),
        ("300 млн беларускіх рублёў", 300000000, "BYN", "exactly"),
        ("дзясяткі дронаў", 20, "drones", "at_least"),
        ("некалькі соцень байцоў", 300, "fighters", "at_least"),
        ("12 з 20 дронаў збітыя", 12, "drones", "exactly"),
        ("адзін з дронаў", 1, "drones", "exactly"),
        ("да 5 караблёў", 5, "ships", "at_most"),
        ("каля 100 адзінак тэхнікі", 100, "pieces of equipment", "about"),
        ("амаль 30% экіпажаў", 30, "%", "about"),
        ("двума знішчальнікамі", 2, "fighter jets", "exactly"),
        ("24 квадратныя кіламетры", 24, "km2", "exactly"),
        ("пяцярых мігрантаў", 5, "migrants", "exactly"),
        ("50 польскіх і літоўскіх памежнікаў", 50, "border guards", "exactly"),
        ("Трое чалавек загінулі.", 3, "people", "exactly"),
        ("паўмільёна чалавек", 500000, "people", "exactly"),
        ("паўтара кіламетра", 1.5, "km", "exactly"),
        ("сямнаццаць танкаў «Леапард»", 17, "tanks", "exactly"),
        ("100 км/г", 100, "km/h", "exactly"),
        ("сто дваццаць чатыры мігранты", 124, "migrants", "exactly"),
        ("двое памежнікаў", 2, "border guards", "exactly"),
        ("1,5 тоны тратылу", 1.5, "tonnes", "exactly"),
        ("не менш за 12 ракет", 12, "missiles", "at_least"),
        ("не больш за 40 танкаў", 40, "tanks", "at_most"),
        ("20 або больш караблёў", 20, "ships", "at_least"),
        ("тысячы бежанцаў", 2000, "refugees", "at_least"),
        ("дзясяткі тысяч людзей", 20000, "people", "at_least"),
        ("сем спроб перасячэння мяжы", 7, "attempts", "exactly"),
        ("пяць пунктаў пропуску", 5, "crossing points", "exactly"),
        ("два бамбардзіроўшчыкі", 2, "bombers", "exactly"),
    ],
)
def test_how_many_of_what(text: str, value: float, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (value, None, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("ад 6 да 8 тысяч вайскоўцаў", 6000, 8000, "troops"),
        ("20–30 самалётаў", 20, 30, "aircraft"),
        ("6-8 тысяч польскіх салдат", 6000, 8000, "soldiers"),
        ("паміж 10 і 15 самалётамі", 10, 15, "aircraft"),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float, unit: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (low, high, unit, "exactly")


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("2 кг выбухоўкі", "выбухоўкі", None),
        ("500 тон паліва", "паліва", None),
        ("50 польскіх і літоўскіх памежнікаў", None, "польскіх і літоўскіх"),
        ("1,5 тоны тратылу", "тратылу", None),
    ],
)
def test_what_is_measured_and_who_is_meant(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "паводле артыкула 4",
        "А 7:30 дрон",
        "МіГ-31 узляцеў",
        "рэйс 93 затрымалі",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
