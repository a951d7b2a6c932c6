"""The words of dates in the ten languages: months, and what makes a date a plan or a range.

Data only; the rules that use it stand in ``dates.py``.
"""

from __future__ import annotations

# A stem may be followed by up to five letters (case endings). Stems that also begin other words stand in MONTH_WORDS.
MONTH_STEMS: tuple[tuple[str, ...], ...] = (
    ("january", "januar", "jänner", "январ", "січн", "січен", "студзен", "stycz", "saus", "janvār", "jaanuar",
     "tammiku"),
    ("february", "februar", "феврал", "лютог", "люты", "лютаг", "lutego", "vasario", "vasarį", "februār", "veebruar",
     "helmiku"),
    ("märz", "березн", "березен", "сакавік", "marzec", "märts", "maalisku"),
    ("april", "апрел", "квітн", "квітен", "красавік", "kwietn", "kwiecie", "baland", "aprīl", "aprill", "huhtiku"),
    ("травн", "травен", "траўн", "травень", "gegu", "maijs", "maijā", "toukoku"),
    ("июн", "червн", "червен", "чэрвен", "czerw", "birž", "jūnij", "juuni", "kesäku"),
    ("июл", "липн", "липен", "ліпен", "lipca", "lipiec", "liepos", "jūlij", "juuli", "heinäku"),
    ("august", "август", "серпн", "серпен", "жнів", "жніўн", "sierpn", "sierpie", "rugpj", "eloku"),
    ("septemb", "сентябр", "вересн", "вересен", "верасн", "верасен", "wrześn", "wrzesie", "rugsėj", "syysku"),
    ("octob", "oktob", "oktoob", "октябр", "жовтн", "жовтен", "кастрычнік", "październik", "spalio", "spalį", "lokaku"),
    ("novemb", "ноябр", "листопад", "лістапад", "listopad", "lapkri", "marrasku"),
    ("decemb", "dezemb", "detsemb", "декабр", "грудн", "груден", "снежн", "снежан", "grudn", "grudzie", "gruod",
     "jouluku"),
)

# Whole words only.
MONTH_WORDS: tuple[tuple[str, ...], ...] = (
    ("jan", "янв"),
    ("feb", "фев", "февр", "luty"),
    ("march", "mar", "март", "марта", "марте", "marca", "kovo", "kovą", "kovas", "marts", "martā", "martu"),
    ("apr", "апр"),
    ("may", "май", "мая", "мае", "maj", "maja", "maju", "mai", "maiju"),
    ("june", "jun", "juni"),
    ("july", "jul", "juli", "liepą", "liepa"),
    ("aug", "авг"),
    ("sep", "sept", "сен", "сент"),
    ("oct", "okt", "окт", "spalis"),
    ("nov", "ноя", "нояб"),
    ("dec", "dez", "дек"),
)

# Between two days, these make a range ("12 to 16 September").
RANGE_WORDS = (
    "to", "and", "through", "до", "по", "і", "и", "та", "да", "do", "i", "iki", "ir", "līdz", "un", "kuni", "ja", "bis",
    "und",
)

# Before a date, up to three words between ("until the evening of 16 September"), these make it an end or a term.
END_WORDS = (
    "until", "till", "before", "no later than", "deadline", "не пізніше", "не позднее", "iki", "līdz", "kuni", "bis",
)

# These do so only directly before the date: they are also the "to" of a journey and the "by" of a doer.
CLOSE_END_WORDS = ("to", "by", "through", "до", "по", "да", "do")

# Directly after a date, likewise: "16. syyskuuta asti".
END_WORDS_AFTER = ("asti", "saakka", "mennessä")

# Earlier in the sentence, these make a date an announced one; word beginnings.
PLAN_STEMS = (
    # en
    "will", "shall", "schedul", "plan", "due", "expected", "upcoming", "to be held", "set for", "is to", "are to",
    # uk
    "буде", "будуть", "заплан", "плану", "відбуд", "пройд", "очіку",
    # ru
    "будет", "будут", "планир", "состоят", "состоит", "намеч", "ожида",
    # be
    "будз", "будуць", "адбуд", "пройдз", "чака",
    # pl
    "będzie", "będą", "odbęd", "potrwa",
    # lt
    "bus", "vyks", "įvyks", "suplan", "numat", "truks",
    # lv
    "notiks", "plān", "ieplān", "paredz", "būs",
    # et
    "toimub", "toimuvad", "kavanda", "plaani", "kavatse",
    # de
    "wird", "werden", "geplant", "soll",
    # fi
    "aikoo", "aikovat", "suunnit", "järjestetään", "pidetään",
)

# Between such a word and the date, these give the date back to who speaks ("will close it, she said on 9 September").
SPEECH_STEMS = (
    "said", "told", "announced", "reported", "stated", "wrote", "повідом", "сказа", "заяви",
    "оголоси", "сообщ", "объяви",
    "паведам", "заяві",
    "powiedzia", "poinform", "oświadcz",
    "ogłosi", "sakė", "pranešė", "teigė", "paskelb",
    "pavēst", "teica", "paziņo", "ütles", "teatas", "sagte", "teilte", "erklär", "sanoi", "kertoi", "ilmoitt",
)

# Directly before a date, these leave it open whether the day has come.
START_WORDS = (
    "from", "starting", "beginning", "as of", "з", "із", "від", "с", "со", "ад", "od", "nuo", "no", "alates", "ab",
)

# A line that opens a part about earlier events; what follows does not date the report.
BACKGROUND_LABELS = (
    "background", "previously", "earlier", "reminder", "for reference", "context", "передісторія", "нагадаємо",
    "раніше", "довідка", "предыстория", "напомним", "ранее", "справка", "перадгісторыя", "нагадаем", "раней", "tło",
    "przypomnijmy", "wcześniej", "kontekstas", "priminsime", "anksčiau", "iepriekš", "konteksts", "taust", "varem",
    "hintergrund", "zuvor", "tausta", "aiemmin",
)

# A line that says who the item is taken from. It names no publishing outlet.
SOURCE_LABELS = (
    "source", "sources", "джерело", "джерела", "источник", "источники", "крыніца", "крыніцы", "źródło", "źródła",
    "quelle", "quellen", "šaltinis", "šaltiniai", "avots", "avoti", "allikas", "allikad", "lähde", "lähteet",
)
