"""Which numbers of Russian news are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("ru")


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("В учениях участвуют 34 000 военных.", 34000, "troops", "exactly"),
        ("34 тыс. солдат прибыли.", 34000, "soldiers", "exactly"),
        ("Более 20 дронов залетели в Польшу.", 20, "drones", "at_least"),
        ("Упал один дрон.", 1, "drones", "exactly"),
        ("21 беспилотник сбили.", 21, "drones", "exactly"),
        ("По меньшей мере пять человек ранены.", 5, "people", "at_least"),
        ("Полтора миллиона человек уехали.", 1500000, "people", "exactly"),
        ("двести шесть солдат", 206, "soldiers", "exactly"),
        ("тысяча резервистов", 1000, "reservists", "exactly"),
        ("две тысячи триста военнослужащих", 2300, "servicemen", "exactly"),
        ("2 кг взрывчатки", 2, "kg", "exactly"),
        ("500 тонн топлива", 500, "tonnes", "exactly"),
        ("в 20 км от границы", 20, "km", "exactly"),
        ("пятикилометровая зона", 5, "km", "exactly"),
        ("20-километровая полоса", 20, "km", "exactly"),
        ("155-мм снаряд", 155, "mm", "exactly"),
        ("$5 млн", 5000000, "USD", "exactly"),
        ("2,5 млрд евро", 2500000000, "EUR", "exactly"),
        ("300 млн рублей", 300000000, "RUB", "exactly"),
        ("десятки дронов", 20, "drones", "at_least"),
        ("несколько сотен бойцов", 300, "fighters", "at_least"),
        ("12 из 20 дронов сбиты", 12, "drones", "exactly"),
        ("один из дронов", 1, "drones", "exactly"),
        ("до 5 кораблей", 5, "ships", "at_most"),
        ("около 100 единиц техники", 100, "pieces of equipment", "about"),
        ("почти 30% экипажей", 30, "%", "about"),
        ("двумя истребителями", 2, "fighter jets", "exactly"),
        ("24 квадратных километра", 24, "km2", "exactly"),
        ("пятерых мигрантов", 5, "migrants", "exactly"),
        ("50 польских и литовских пограничников", 50, "border guards", "exactly"),
        ("Трое человек погибли.", 3, "people", "exactly"),
        ("полмиллиона человек", 500000, "people", "exactly"),
        ("полтора километра", 1.5, "km", "exactly"),
        ("семнадцать танков «Леопард»", 17, "tanks", "exactly"),
        ("100 км/ч", 100, "km/h", "exactly"),
        ("сто двадцать четыре мигранта", 124, "migrants", "exactly"),
        ("двое пограничников", 2, "border guards", "exactly"),
        ("1,5 тонны тротила", 1.5, "tonnes", "exactly"),
        ("не менее 12 ракет", 12, "missiles", "at_least"),
        ("не более 40 танков", 40, "tanks", "at_most"),
        ("ориентировочно 300 наёмников", 300, "mercenaries", "about"),
        ("20 или более кораблей", 20, "ships", "at_least"),
        ("тысячи беженцев", 2000, "refugees", "at_least"),
        ("десятки тысяч людей", 20000, "people", "at_least"),
        ("два десятка вертолётов", 20, "helicopters", "exactly"),
        ("семь попыток пересечения границы", 7, "attempts", "exactly"),
        ("пять пунктов пропуска", 5, "crossing points", "exactly"),
        ("два бомбардировщика", 2, "bombers", "exactly"),
        ("3 ребёнка", 3, "children", "exactly"),
        ("50 противопехотных мин", 50, "mines", "exactly"),
        ("три мины", 3, "mines", "exactly"),
    ],
)
def test_how_many_of_what(text: str, value: float, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (value, None, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("от 6 до 8 тысяч военных", 6000, 8000, "troops"),
        ("20–30 самолётов", 20, 30, "aircraft"),
        ("6-8 тысяч польских солдат", 6000, 8000, "soldiers"),
        ("между 10 и 15 самолётами", 10, 15, "aircraft"),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float, unit: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (low, high, unit, "exactly")


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("2 кг взрывчатки", "взрывчатки", None),
        ("500 тонн топлива", "топлива", None),
        ("50 польских и литовских пограничников", None, "польских и литовских"),
        ("1,5 тонны тротила", "тротила", None),
    ],
)
def test_what_is_measured_and_who_is_meant(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "по статье 4",
        "В 7:30 дрон",
        "МиГ-31 взлетел",
        "рейс 93 задержали",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
