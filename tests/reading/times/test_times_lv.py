"""What a reader of Latvian news takes times to mean; every report here appeared on Friday, 12 September 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.times import Tense

ReadTimes = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("Robeža tika slēgta 2025. gada 12. septembrī.", "2025. gada 12. septembrī", "2025-09-12"),
        ("Mācības sākās piektdien, 12. septembrī, netālu no robežas.", "piektdien, 12. septembrī", "2025-09-12"),
        ("Drons nokrita 9. septembrī.", "9. septembrī", "2025-09-09"),
        ("Pavēle parakstīta 2025. gada 11. septembrī.", "2025. gada 11. septembrī", "2025-09-11"),
        ("Šā gada 3. martā parakstīta vienošanās.", "Šā gada 3. martā", "2025-03-03"),
        ("Pagājušā gada 9. maijā parādes nebija.", "Pagājušā gada 9. maijā", "2024-05-09"),
        ("Š.g. 10. septembrī sēde nenotika.", "Š.g. 10. septembrī", "2025-09-10"),
        ("divpadsmitajā septembrī", "divpadsmitajā septembrī", "2025-09-12"),
        ("Dokuments datēts 11.09.2025.", "11.09.2025", "2025-09-11"),
        ("30. decembrī izbrauca kolonna", "30. decembrī", "2025-12-30"),
        ("12.–16. septembrī", "12.–16. septembrī", "2025-09-12..2025-09-16"),
        ("2025. gada 12.–16. septembrī", "2025. gada 12.–16. septembrī", "2025-09-12..2025-09-16"),
        ("no 12. līdz 16. septembrim", "no 12. līdz 16. septembrim", "2025-09-12..2025-09-16"),
        ("no 2025. gada 12. līdz 16. septembrim", "no 2025. gada 12. līdz 16. septembrim", "2025-09-12..2025-09-16"),
        ("no 28. augusta līdz 3. septembrim", "no 28. augusta līdz 3. septembrim", "2025-08-28..2025-09-03"),
        ("no pirmdienas līdz trešdienai", "no pirmdienas līdz trešdienai", "2025-09-08..2025-09-10"),
        ("no jūlija līdz septembrim", "no jūlija līdz septembrim", "2025-07..2025-09"),
        ("2014.–2022. gadā", "2014.–2022. gadā", "2014..2022"),
        ("Drons nokrita otrdien.", "otrdien", "2025-09-09"),
        ("Ministrs runāja pagājušajā piektdienā.", "pagājušajā piektdienā", "2025-09-05"),
        ("Nākamajā pirmdienā robežu atvērs.", "Nākamajā pirmdienā", "2025-09-15"),
        ("nākamās nedēļas otrdienā", "nākamās nedēļas otrdienā", "2025-09-16"),
        ("piektdienas rītā", "piektdienas rītā", "2025-09-12T06:00..2025-09-12T12:00"),
        ("piektdien no rīta", "piektdien no rīta", "2025-09-12T06:00..2025-09-12T12:00"),
        ("trešdien vakarā", "trešdien vakarā", "2025-09-10T18:00..2025-09-10T22:00"),
        ("Trešdienas naktī skanēja sirēnas.", "Trešdienas naktī", "2025-09-10T22:00..2025-09-11T06:00"),
        ("10. septembra rītā", "10. septembra rītā", "2025-09-10T06:00..2025-09-10T12:00"),
        ("ceturtdien vēlu vakarā", "ceturtdien vēlu vakarā", "2025-09-11T18:00..2025-09-11T23:59"),
        ("naktī uz trešdienu", "naktī uz trešdienu", "2025-09-09T22:00..2025-09-10T06:00"),
        ("naktī no otrdienas uz trešdienu", "naktī no otrdienas uz trešdienu", "2025-09-09T22:00..2025-09-10T06:00"),
        ("naktī no 9. uz 10. septembri", "naktī no 9. uz 10. septembri", "2025-09-09T22:00..2025-09-10T06:00"),
        ("naktī uz 10. septembri", "naktī uz 10. septembri", "2025-09-09T22:00..2025-09-10T06:00"),
        ("Vakar pazuda elektrība.", "Vakar", "2025-09-11"),
        ("Vakar vakarā pazuda elektrība.", "Vakar vakarā", "2025-09-11T18:00..2025-09-11T22:00"),
        ("Aizvakar dega noliktava.", "Aizvakar", "2025-09-10"),
        ("Sarunas sāksies parīt.", "parīt", "2025-09-14"),
        ("Šodien no rīta nosēdās lidmašīna.", "Šodien no rīta", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Šorīt nosēdās lidmašīna.", "Šorīt", "2025-09-12T06:00..2025-09-12T12:00"),
        ("Šonakt gaudoja sirēnas.", "Šonakt", "2025-09-12T18:00..2025-09-13T06:00"),
        ("Pagājušajā nedēļā ieradās tanki.", "Pagājušajā nedēļā", "2025-09-01..2025-09-07"),
        ("šonedēļ", "šonedēļ", "2025-09-08..2025-09-14"),
        ("šajā nedēļā", "šajā nedēļā", "2025-09-08..2025-09-14"),
        ("nākamnedēļ", "nākamnedēļ", "2025-09-15..2025-09-21"),
        ("nākamajā nedēļā", "nākamajā nedēļā", "2025-09-15..2025-09-21"),
        ("nākamās nedēļas sākumā", "nākamās nedēļas sākumā", "2025-09-15..2025-09-16"),
        ("pagājušajā mēnesī", "pagājušajā mēnesī", "2025-08"),
        ("nākamajā mēnesī", "nākamajā mēnesī", "2025-10"),
        ("šajā gadā", "šajā gadā", "2025"),
        ("pagājušajā gadā", "pagājušajā gadā", "2024"),
        ("pagājušā gada beigās", "pagājušā gada beigās", "2024-09..2024-12"),
        ("Pērn tādu gadījumu nebija.", "Pērn", "2024"),
        ("Šogad robeža ir slēgta.", "Šogad", "2025"),
        ("gada nogalē", "gada nogalē", "2025-09..2025-12"),
        ("septembra sākumā", "septembra sākumā", "2025-09-01..2025-09-10"),
        ("augusta vidū", "augusta vidū", "2025-08-11..2025-08-21"),
        ("2024. gada beigās", "2024. gada beigās", "2024-09..2024-12"),
        ("2024. gada vasarā", "2024. gada vasarā", "2024-06..2024-08"),
        ("pagājušajā ziemā", "pagājušajā ziemā", "2024-12..2025-02"),
        ("pavasara sākumā", "pavasara sākumā", "2025-03"),
        ("2024. gada trešajā ceturksnī", "2024. gada trešajā ceturksnī", "2024-07..2024-09"),
        ("septembra otrajā pusē", "septembra otrajā pusē", "2025-09-16..2025-09-30"),
        ("2024. gada oktobrī", "2024. gada oktobrī", "2024-10"),
        ("pērnā gada septembrī", "pērnā gada septembrī", "2024-09"),
        ("2014. gadā", "2014. gadā", "2014"),
        ("deviņdesmitajos gados", "deviņdesmitajos gados", "1990..1999"),
        ("Kopš 2014. gada tur ir bāze.", "Kopš 2014. gada", "2014.."),
        ("kopš otrdienas", "kopš otrdienas", "2025-09-09.."),
        ("no pusnakts", "no pusnakts", "2025-09-12T00:00.."),
        ("no nākamās nedēļas", "no nākamās nedēļas", "2025-09-15.."),
        ("sākot ar 11. septembri", "sākot ar 11. septembri", "2025-09-11.."),
        ("līdz 16. septembrim", "līdz 16. septembrim", "..2025-09-16"),
        ("līdz gada beigām", "līdz gada beigām", "..2025-12"),
        ("ne vēlāk kā līdz 1. oktobrim", "ne vēlāk kā līdz 1. oktobrim", "..2025-10-01"),
        ("pēc 16. septembra", "pēc 16. septembra", "2025-09-16.."),
        ("pirms 12. septembra", "pirms 12. septembra", "..2025-09-12"),
        ("Plkst. 23.40 atskanēja šāviens.", "Plkst. 23.40", "2025-09-12T23:40"),
        ("trešdien plkst. 6.30", "trešdien plkst. 6.30", "2025-09-10T06:30"),
        ("trešdien ap pulksten 14 pēc vietējā laika", "trešdien ap pulksten 14 pēc vietējā laika", "2025-09-10T14:00"),
        ("no plkst. 10 līdz 12", "no plkst. 10 līdz 12", "2025-09-12T10:00..2025-09-12T12:00"),
        (
            "no plkst. 10.00 līdz plkst. 12.00",
            "no plkst. 10.00 līdz plkst. 12.00",
            "2025-09-12T10:00..2025-09-12T12:00",
        ),
        ("Pirms trim dienām nokrita raķete.", "Pirms trim dienām", "2025-09-09"),
        ("pirms nedēļas", "pirms nedēļas", "2025-09-01..2025-09-07"),
        ("pirms diviem mēnešiem", "pirms diviem mēnešiem", "2025-07"),
        ("pirms trim gadiem", "pirms trim gadiem", "2022"),
        ("pēc divām nedēļām", "pēc divām nedēļām", "2025-09-22..2025-09-28"),
        ("pēdējās trīs dienās", "pēdējās trīs dienās", "2025-09-09..2025-09-12"),
        ("pēdējo trīs dienu laikā", "pēdējo trīs dienu laikā", "2025-09-09..2025-09-12"),
        ("nākamajās divās nedēļās", "nākamajās divās nedēļās", "2025-09-12..2025-09-26"),
        ("pēdējos gados", "pēdējos gados", "vague"),
        ("tuvākajās dienās", "tuvākajās dienās", "vague"),
        ("nesen", "nesen", "vague"),
        ("Katru piektdienu notiek apmācības.", "Katru piektdienu", "vague"),
        ("Piektdienās vilcieni nekursē.", "Piektdienās", "vague"),
        ("nedēļas nogalē", "nedēļas nogalē", "2025-09-06..2025-09-07"),
        ("pagājušajā nedēļas nogalē", "pagājušajā nedēļas nogalē", "2025-09-06..2025-09-07"),
        ("nākamajā dienā", "nākamajā dienā", "2025-09-13"),
        ("dienu iepriekš", "dienu iepriekš", "2025-09-11"),
        ("Beidzās piecu dienu mācības.", "piecu dienu", "nothing"),
        ("piecdienu mācības", "piecdienu", "nothing"),
        ("Misija ilga piecas dienas.", "piecas dienas", "nothing"),
        ("Pašlaik robeža ir slēgta.", "Pašlaik", "2025-09-12"),
    ],
)  # fmt: skip
def test_a_time(text: str, words: str, meaning: str, read_times: ReadTimes) -> None:
    assert read_times("lv", text) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "tense", "meaning"),
    [
        ("Robežu atvērs piektdien.", Tense.FUTURE, "2025-09-12"),
        ("Trešdien šāva.", Tense.PAST, "2025-09-10"),
        ("trešdien", Tense.FUTURE, "2025-09-17"),
        ("martā", Tense.FUTURE, "2026-03"),
        ("novembrī", Tense.PAST, "2024-11"),
        ("5. decembrī", Tense.FUTURE, "2025-12-05"),
        ("5. decembrī", Tense.PAST, "2024-12-05"),
        ("nedēļas nogalē", Tense.FUTURE, "2025-09-13..2025-09-14"),
    ],
)  # fmt: skip
def test_the_tense_decides(text: str, tense: Tense, meaning: str, read_times: ReadTimes) -> None:
    assert [shown for _, shown in read_times("lv", text, tense=tense)] == [meaning]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12. un 16. septembrī", [("12.", "2025-09-12"), ("16. septembrī", "2025-09-16")]),
        ("3., 4. un 7. oktobrī", [("3.", "2025-10-03"), ("4.", "2025-10-04"), ("7. oktobrī", "2025-10-07")]),
        ("jūlijā un augustā", [("jūlijā", "2025-07"), ("augustā", "2025-08")]),
        ("2021. un 2023. gadā", [("2021.", "2021"), ("2023. gadā", "2023")]),
    ],
)  # fmt: skip
def test_several_times(text: str, found: list[tuple[str, str]], read_times: ReadTimes) -> None:
    assert read_times("lv", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "37. brigāde, 12. bataljons",
        "Ieradās 2025 karavīri.",
        "NATO līguma 4. pants, rezolūcija 2231",
        "MiG-31 un Leopard 2",
        "Rietumvalstis klusē.",
        "Cena ir 20.25 eiro.",
        "numurs 12",
        "34 gadus vecais šoferis klusēja.",
    ],
)
def test_no_time(text: str, read_times: ReadTimes) -> None:
    assert read_times("lv", text) == []
