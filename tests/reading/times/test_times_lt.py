"""What a reader of Lithuanian news takes times to mean; every report here appeared on Friday, 12 September 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense

ReadTimes = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("Siena buvo uždaryta 2025 m. rugsėjo 12 d.", "2025 m. rugsėjo 12 d.", "2025-09-12"),
        ("Pratybos prasidėjo penktadienį, rugsėjo 12-ąją, netoli sienos.", "penktadienį, rugsėjo 12-ąją", "2025-09-12"),
        ("Dronas nukrito rugsėjo 9 dieną.", "rugsėjo 9 dieną", "2025-09-09"),
        ("Įsakymas pasirašytas 2025 metų rugsėjo 11 dieną.", "2025 metų rugsėjo 11 dieną", "2025-09-11"),
        ("Šių metų kovo 3 d. pasirašytas susitarimas.", "Šių metų kovo 3 d.", "2025-03-03"),
        ("Praėjusių metų gegužės 9-ąją paradas nevyko.", "Praėjusių metų gegužės 9-ąją", "2024-05-09"),
        ("Š. m. rugsėjo 10 d. posėdis neįvyko.", "Š. m. rugsėjo 10 d.", "2025-09-10"),
        ("rugsėjo dvyliktąją", "rugsėjo dvyliktąją", "2025-09-12"),
        ("Dokumentas datuotas 2025-09-11.", "2025-09-11", "2025-09-11"),
        ("gruodžio 30 d. pajudėjo kolona", "gruodžio 30 d.", "2025-12-30"),
        ("rugsėjo 12–16 dienomis", "rugsėjo 12–16 dienomis", "2025-09-12..2025-09-16"),
        ("2025 m. rugsėjo 12–16 d.", "2025 m. rugsėjo 12–16 d.", "2025-09-12..2025-09-16"),
        ("nuo rugsėjo 12 d. iki 16 d.", "nuo rugsėjo 12 d. iki 16 d.", "2025-09-12..2025-09-16"),
        ("nuo rugsėjo 12 iki 16 dienos", "nuo rugsėjo 12 iki 16 dienos", "2025-09-12..2025-09-16"),
        ("nuo rugpjūčio 28 d. iki rugsėjo 3 d.", "nuo rugpjūčio 28 d. iki rugsėjo 3 d.", "2025-08-28..2025-09-03"),
        ("nuo pirmadienio iki trečiadienio", "nuo pirmadienio iki trečiadienio", "2025-09-08..2025-09-10"),
        ("nuo liepos iki rugsėjo", "nuo liepos iki rugsėjo", "2025-07..2025-09"),
        ("2014–2022 metais", "2014–2022 metais", "2014..2022"),
        ("Dronas nukrito antradienį.", "antradienį", "2025-09-09"),
        ("Ministras kalbėjo praėjusį penktadienį.", "praėjusį penktadienį", "2025-09-05"),
        ("Kitą pirmadienį siena bus atidaryta.", "Kitą pirmadienį", "2025-09-15"),
        ("kitos savaitės antradienį", "kitos savaitės antradienį", "2025-09-16"),
        ("penktadienio rytą", "penktadienio rytą", "2025-09-12T06:00..2025-09-12T12:00"),
        ("trečiadienį vakare", "trečiadienį vakare", "2025-09-10T18:00..2025-09-10T22:00"),
        ("Trečiadienio naktį skambėjo sirenos.", "Trečiadienio naktį", "2025-09-10T22:00..2025-09-11T06:00"),
        ("rugsėjo 10-osios rytą", "rugsėjo 10-osios rytą", "2025-09-10T06:00..2025-09-10T12:00"),
        ("ketvirtadienį vėlai vakare", "ketvirtadienį vėlai vakare", "2025-09-11T18:00..2025-09-11T23:59"),
        ("naktį į trečiadienį", "naktį į trečiadienį", "2025-09-09T22:00..2025-09-10T06:00"),
        (
            "naktį iš antradienio į trečiadienį",
            "naktį iš antradienio į trečiadienį",
            "2025-09-09T22:00..2025-09-10T06:00",
        ),
        ("naktį iš rugsėjo 9 į 10 d.", "naktį iš rugsėjo 9 į 10 d.", "2025-09-09T22:00..2025-09-10T06:00"),
        ("Vakar dingo elektra.", "Vakar", "2025-09-11"),
        ("Užvakar degė sandėlis.", "Užvakar", "2025-09-10"),
        ("Derybos prasidės poryt.", "poryt", "2025-09-14"),
        ("Šiandien ryte nusileido lėktuvas.", "Šiandien ryte", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Šįryt nusileido lėktuvas.", "Šįryt", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Šiąnakt kaukė sirenos.", "Šiąnakt", "2025-09-12T18:00..2025-09-13T06:00"),
        ("Praėjusią savaitę atvyko tankai.", "Praėjusią savaitę", "2025-09-01..2025-09-07"),
        ("šią savaitę", "šią savaitę", "2025-09-08..2025-09-14"),
        ("kitą savaitę", "kitą savaitę", "2025-09-15..2025-09-21"),
        ("kitos savaitės pradžioje", "kitos savaitės pradžioje", "2025-09-15..2025-09-16"),
        ("praėjusį mėnesį", "praėjusį mėnesį", "2025-08"),
        ("kitą mėnesį", "kitą mėnesį", "2025-10"),
        ("šiais metais", "šiais metais", "2025"),
        ("praėjusiais metais", "praėjusiais metais", "2024"),
        ("praėjusių metų pabaigoje", "praėjusių metų pabaigoje", "2024-09..2024-12"),
        ("Pernai tokių atvejų nebuvo.", "Pernai", "2024"),
        ("Šiemet siena uždaryta.", "Šiemet", "2025"),
        ("metų pabaigoje", "metų pabaigoje", "2025-09..2025-12"),
        ("rugsėjo pradžioje", "rugsėjo pradžioje", "2025-09-01..2025-09-10"),
        ("rugpjūčio viduryje", "rugpjūčio viduryje", "2025-08-11..2025-08-21"),
        ("2024 m. pabaigoje", "2024 m. pabaigoje", "2024-09..2024-12"),
        ("2024 m. vasarą", "2024 m. vasarą", "2024-06..2024-08"),
        ("praėjusią žiemą", "praėjusią žiemą", "2024-12..2025-02"),
        ("pavasario pradžioje", "pavasario pradžioje", "2025-03"),
        ("2024 m. trečiąjį ketvirtį", "2024 m. trečiąjį ketvirtį", "2024-07..2024-09"),
        ("antroje rugsėjo pusėje", "antroje rugsėjo pusėje", "2025-09-16..2025-09-30"),
        ("2024 m. spalį", "2024 m. spalį", "2024-10"),
        ("praėjusių metų rugsėjį", "praėjusių metų rugsėjį", "2024-09"),
        ("2014 metais", "2014 metais", "2014"),
        ("2014-aisiais", "2014-aisiais", "2014"),
        ("Nuo 2014 metų ten veikia bazė.", "Nuo 2014 metų", "2014.."),
        ("nuo antradienio", "nuo antradienio", "2025-09-09.."),
        ("nuo vidurnakčio", "nuo vidurnakčio", "2025-09-12T00:00.."),
        ("nuo kitos savaitės", "nuo kitos savaitės", "2025-09-15.."),
        ("iki rugsėjo 16 d.", "iki rugsėjo 16 d.", "..2025-09-16"),
        ("iki metų pabaigos", "iki metų pabaigos", "..2025-12"),
        ("ne vėliau kaip iki spalio 1 d.", "ne vėliau kaip iki spalio 1 d.", "..2025-10-01"),
        ("po rugsėjo 16 d.", "po rugsėjo 16 d.", "2025-09-16.."),
        ("prieš rugsėjo 12 d.", "prieš rugsėjo 12 d.", "..2025-09-12"),
        ("23 val. 40 min. nugriaudėjo šūvis", "23 val. 40 min.", "2025-09-12T23:40"),
        ("Trečiadienį 6.30 val. nugriaudėjo sprogimas.", "Trečiadienį 6.30 val.", "2025-09-10T06:30"),
        ("trečiadienį apie 14 val. vietos laiku", "trečiadienį apie 14 val. vietos laiku", "2025-09-10T14:00"),
        ("nuo 10 iki 12 val.", "nuo 10 iki 12 val.", "2025-09-12T10:00..2025-09-12T12:00"),
        ("6 val. ryto", "6 val. ryto", "2025-09-12T06:00"),
        ("Prieš tris dienas nukrito raketa.", "Prieš tris dienas", "2025-09-09"),
        ("prieš savaitę", "prieš savaitę", "2025-09-01..2025-09-07"),
        ("prieš du mėnesius", "prieš du mėnesius", "2025-07"),
        ("prieš trejus metus", "prieš trejus metus", "2022"),
        ("po dviejų savaičių", "po dviejų savaičių", "2025-09-22..2025-09-28"),
        ("per pastarąsias tris dienas", "per pastarąsias tris dienas", "2025-09-09..2025-09-12"),
        ("per artimiausias dvi savaites", "per artimiausias dvi savaites", "2025-09-12..2025-09-26"),
        ("pastaraisiais metais", "pastaraisiais metais", "vague"),
        ("artimiausiomis dienomis", "artimiausiomis dienomis", "vague"),
        ("neseniai", "neseniai", "vague"),
        ("Kiekvieną penktadienį vyksta mokymai.", "Kiekvieną penktadienį", "vague"),
        ("Penktadieniais traukiniai nevažiuoja.", "Penktadieniais", "vague"),
        ("savaitgalį", "savaitgalį", "2025-09-06..2025-09-07"),
        ("praėjusį savaitgalį", "praėjusį savaitgalį", "2025-09-06..2025-09-07"),
        ("kitą dieną", "kitą dieną", "2025-09-13"),
        ("Penkių dienų pratybos baigėsi.", "Penkių dienų", "nothing"),
        ("Misija truko penkias dienas.", "penkias dienas", "nothing"),
        ("Šiuo metu siena uždaryta.", "Šiuo metu", "2025-09-12"),
        ("37-oji brigada rugsėjį", "rugsėjį", "2025-09"),
        ("praėjusio amžiaus dešimtajame dešimtmetyje", "praėjusio amžiaus dešimtajame dešimtmetyje", "1990..1999"),
    ],
)  # fmt: skip
def test_a_time(text: str, words: str, meaning: str, read_times: ReadTimes) -> None:
    assert read_times("lt", text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("Siena bus atidaryta penktadienį.", Tense.FUTURE, "2025-09-12"),
        ("Trečiadienį buvo šaudoma.", Tense.PAST, "2025-09-10"),
        ("trečiadienį", Tense.FUTURE, "2025-09-17"),
        ("kovo mėnesį", Tense.FUTURE, "2026-03"),
        ("lapkritį", Tense.PAST, "2024-11"),
        ("gruodžio 5 d.", Tense.FUTURE, "2025-12-05"),
        ("gruodžio 5 d.", Tense.PAST, "2024-12-05"),
        ("savaitgalį", Tense.FUTURE, "2025-09-13..2025-09-14"),
    ],
)  # fmt: skip
def test_the_tense_decides(text: str, tense: Tense, meaning: str, read_times: ReadTimes) -> None:
    assert [shown for _, shown in read_times("lt", text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rugsėjo 12 ir 16 d.", [("rugsėjo 12", "2025-09-12"), ("16 d.", "2025-09-16")]),
        ("liepą ir rugpjūtį", [("liepą", "2025-07"), ("rugpjūtį", "2025-08")]),
        ("2021 ir 2023 metais", [("2021", "2021"), ("2023 metais", "2023")]),
    ],
)  # fmt: skip
def test_several_times(text: str, found: list[tuple[str, str]], read_times: ReadTimes) -> None:
    assert read_times("lt", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Jie stojo į kovą su priešu.",
        "Atvyko 2025 kariai.",
        "NATO sutarties 4 straipsnis, 2231 rezoliucija",
        "MiG-31 ir Leopard 2",
        "Vakarų šalys tyli.",
        "Kaina 20.25 euro.",
        "34 metų vairuotojas tylėjo.",
    ],
)
def test_no_time(text: str, read_times: ReadTimes) -> None:
    assert read_times("lt", text) == []
