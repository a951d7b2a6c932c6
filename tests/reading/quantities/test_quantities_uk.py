"""Which numbers of Ukrainian news are quantities, and of what."""

from __future__ import annotations

import pytest

from vedette.reading.quantities import find_quantities, load_quantity_words

WORDS = load_quantity_words("uk")


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("У навчаннях беруть участь 34 000 військових.", 34000, "troops", "exactly"),
        ("34 тис. солдатів прибули.", 34000, "soldiers", "exactly"),
        ("Понад 20 дронів залетіли в Польщу.", 20, "drones", "at_least"),
        ("Упав один дрон.", 1, "drones", "exactly"),
        ("21 безпілотник збили.", 21, "drones", "exactly"),
        ("Щонайменше п'ять людей поранено.", 5, "people", "at_least"),
        ("Півтора мільйона людей виїхали.", 1500000, "people", "exactly"),
        ("двісті шість солдатів", 206, "soldiers", "exactly"),
        ("тисяча резервістів", 1000, "reservists", "exactly"),
        ("дві тисячі триста військовослужбовців", 2300, "servicemen", "exactly"),
        ("2 кг вибухівки", 2, "kg", "exactly"),
        ("500 тонн пального", 500, "tonnes", "exactly"),
        ("за 20 км від кордону", 20, "km", "exactly"),
        ("п'ятикілометрова зона", 5, "km", "exactly"),
        ("20-кілометрова смуга", 20, "km", "exactly"),
        ("155-мм снаряд", 155, "mm", "exactly"),
        ("$5 млн", 5000000, "USD", "exactly"),
        ("2,5 млрд євро", 2500000000, "EUR", "exactly"),
        ("300 млн грн", 300000000, "UAH", "exactly"),
        ("десятки дронів", 20, "drones", "at_least"),
        ("кілька сотень бійців", 300, "fighters", "at_least"),
        ("12 з 20 дронів збито", 12, "drones", "exactly"),
        ("один із дронів", 1, "drones", "exactly"),
        ("до 5 кораблів", 5, "ships", "at_most"),
        ("близько 100 одиниць техніки", 100, "pieces of equipment", "about"),
        ("майже 30% екіпажів", 30, "%", "about"),
        ("двома винищувачами", 2, "fighter jets", "exactly"),
        ("24 квадратних кілометри", 24, "km2", "exactly"),
        ("п'ятьох мігрантів", 5, "migrants", "exactly"),
        ("50 польських і литовських прикордонників", 50, "border guards", "exactly"),
        ("Троє людей загинули.", 3, "people", "exactly"),
        ("пів мільйона людей", 500000, "people", "exactly"),
        ("півтора кілометра", 1.5, "km", "exactly"),
        ("сімнадцять танків «Леопард»", 17, "tanks", "exactly"),
        ("100 км/год", 100, "km/h", "exactly"),
        ("сто двадцять чотири мігранти", 124, "migrants", "exactly"),
        ("двоє прикордонників", 2, "border guards", "exactly"),
        ("1,5 тонни тротилу", 1.5, "tonnes", "exactly"),
        ("не менше ніж 12 ракет", 12, "missiles", "at_least"),
        ("не більше 40 танків", 40, "tanks", "at_most"),
        ("орієнтовно 300 найманців", 300, "mercenaries", "about"),
        ("20 або більше кораблів", 20, "ships", "at_least"),
        ("тисячі біженців", 2000, "refugees", "at_least"),
        ("десятки тисяч людей", 20000, "people", "at_least"),
        ("два десятки вертольотів", 20, "helicopters", "exactly"),
        ("сім спроб перетину кордону", 7, "attempts", "exactly"),
        ("п'ять пунктів пропуску", 5, "crossing points", "exactly"),
        ("два бомбардувальники", 2, "bombers", "exactly"),
        ("півмільйона людей", 500000, "people", "exactly"),
    ],
)
def test_how_many_of_what(text: str, value: float, unit: str, qualifier: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (value, None, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("від 6 до 8 тисяч військових", 6000, 8000, "troops"),
        ("20–30 літаків", 20, 30, "aircraft"),
        ("6-8 тисяч польських солдатів", 6000, 8000, "soldiers"),
        ("між 10 та 15 літаками", 10, 15, "aircraft"),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float, unit: str) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.value, found.high, found.unit, found.qualifier) == (low, high, unit, "exactly")


@pytest.mark.parametrize(
    ("text", "of", "scope"),
    [
        ("2 кг вибухівки", "вибухівки", None),
        ("500 тонн пального", "пального", None),
        ("50 польських і литовських прикордонників", None, "польських і литовських"),
        ("1,5 тонни тротилу", "тротилу", None),
    ],
)
def test_what_is_measured_and_who_is_meant(text: str, of: str | None, scope: str | None) -> None:
    (found,) = find_quantities(text, words=WORDS)
    assert (found.of, found.scope) == (of, scope)


@pytest.mark.parametrize(
    "text",
    [
        "за статтею 4",
        "О 7:30 дрон",
        "у 2025 військові",
        "МіГ-31 злетів",
        "рейс 93 затримали",
        "вулиця 40",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert find_quantities(text, words=WORDS) == []
