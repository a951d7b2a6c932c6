"""Sentences of invented reports in five languages: what each says in two wordings, for made lineages.

Our own words, about an event that never took place. The first sentence is the one that tells it. A text
takes one wording of each sentence, by a code in which two texts share at most half of their sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Wordings = Sequence[tuple[str, str]]

CODE = (
    "00000000", "00001111", "00110011", "00111100", "01010101", "01011010", "01100110", "01101001",
    "11111111", "11110000", "11001100", "11000011", "10101010", "10100101", "10011001", "10010110",
)
"""Sixteen choices of wording, any two of which differ in four sentences or more (the extended Hamming code)."""

SENTENCES: Mapping[str, Wordings] = {
    "en": (
        ("The crossing at Linden Hill was closed to all lorries and cars shortly before {hour} in the evening.",
         "Nobody has been able to pass the Linden Hill checkpoint since the barriers came down at {hour} last night."),
        ("A queue of {n} vehicles had formed by nightfall on the road that leads down to the river.",
         "By the time it grew dark, {n} drivers stood waiting along the narrow valley road with their engines off."),
        ("Those who had reached the gate were asked to turn round and spend the night in the town.",
         "Travellers already in line were told to go back and look for a bed elsewhere."),
        ("The measure is meant to last until further notice and will be looked at again within a week.",
         "How long this goes on is open; a new decision has been promised for the days ahead."),
        ("Trains on the northern line are running as usual, though with more checks than in the past.",
         "Rail traffic further north has not been touched, apart from longer inspections on board."),
        ("Shopkeepers on both banks fear for a trade on which some {n} families depend.",
         "Local businesses, which feed about {n} households, say that they cannot bear a long standstill."),
        ("Two patrol boats were seen on the water, and a helicopter circled over the woods for an hour.",
         "Witnesses noticed boats of the guard on patrol and a helicopter above the forest until midnight."),
        ("It is the third time this year that the road has been shut without a warning.",
         "Twice before, in spring and in early summer, the same route had been blocked overnight."),
    ),
    "de": (
        ("Der Übergang am Lindenberg wurde am Abend kurz vor {hour} Uhr für alle Lastwagen und Autos geschlossen.",
         "Seit gestern um {hour} Uhr kommt am Kontrollpunkt Lindenberg niemand mehr durch, die Schranken sind unten."),
        ("Bis zum Einbruch der Nacht hatte sich auf der Straße zum Fluss eine Schlange von {n} Fahrzeugen gebildet.",
         "Als es dunkel wurde, standen {n} Fahrer mit abgestelltem Motor auf der engen Talstraße und warteten."),
        ("Wer das Tor schon erreicht hatte, wurde gebeten umzukehren und in der Stadt zu übernachten.",
         "Reisende in der Reihe schickte man zurück, sie sollten sich anderswo ein Bett suchen."),
        ("Die Maßnahme soll bis auf weiteres gelten und binnen einer Woche neu geprüft werden.",
         "Wie lange das dauert, ist offen; für die nächsten Tage ist ein neuer Beschluss versprochen."),
        ("Die Züge auf der nördlichen Strecke fahren wie gewohnt, wenn auch mit mehr Kontrollen als früher.",
         "Weiter im Norden läuft der Bahnverkehr ungestört, nur die Prüfungen an Bord dauern länger."),
        ("Händler auf beiden Ufern fürchten um ein Geschäft, von dem rund {n} Familien leben.",
         "Die Betriebe am Ort ernähren etwa {n} Haushalte und halten einen langen Stillstand nicht aus."),
        ("Zwei Streifenboote waren auf dem Wasser zu sehen, über dem Wald kreiste eine Stunde ein Hubschrauber.",
         "Zeugen bemerkten Boote der Wache auf Fahrt und bis Mitternacht einen Hubschrauber über den Bäumen."),
        ("Es ist das dritte Mal in diesem Jahr, dass die Straße ohne Vorwarnung gesperrt wird.",
         "Schon zweimal, im Frühling und im Frühsommer, war dieselbe Strecke über Nacht blockiert."),
    ),
    "pl": (
        ("Przejście na Lipowym Wzgórzu zamknięto wieczorem tuż przed godziną {hour} dla wszystkich ciężarówek i aut.",
         "Od wczoraj od {hour} nikt nie może minąć punktu kontrolnego Lipowe Wzgórze, bo opuszczono tam szlabany."),
        ("Do zmroku na drodze prowadzącej nad rzekę ustawiła się kolejka złożona z {n} pojazdów.",
         "Gdy zapadła ciemność, {n} kierowców czekało z wyłączonymi silnikami na wąskiej szosie w dolinie."),
        ("Tych, którzy dotarli już do bramy, poproszono o powrót i spędzenie nocy w mieście.",
         "Podróżnym stojącym w ogonku kazano zawrócić i poszukać noclegu gdzie indziej."),
        ("Ograniczenie ma obowiązywać do odwołania, a w ciągu tygodnia zostanie ponownie ocenione.",
         "Jak długo to potrwa, nie wiadomo; nowa decyzja ma zapaść w najbliższych dniach."),
        ("Pociągi na linii północnej kursują jak zwykle, choć kontroli jest więcej niż dawniej.",
         "Dalej na północy ruch kolejowy odbywa się bez przeszkód, tylko dłużej trwają sprawdzenia w wagonach."),
        ("Sklepikarze po obu stronach obawiają się o handel, z którego żyje około {n} rodzin.",
         "Miejscowe firmy, utrzymujące mniej więcej {n} domów, mówią, że długiego przestoju nie wytrzymają."),
        ("Na wodzie widziano dwie łodzie patrolowe, a nad lasem przez godzinę krążył śmigłowiec.",
         "Świadkowie zauważyli płynące łodzie straży i śmigłowiec, który do północy latał nad drzewami."),
        ("To już trzeci raz w tym roku, kiedy drogę zamyka się bez ostrzeżenia.",
         "Dwukrotnie wcześniej, wiosną i na początku lata, tę samą trasę zablokowano w nocy."),
    ),
    "uk": (
        ("Перехід на Липовому пагорбі закрили ввечері незадовго до {hour} години для всіх вантажівок і легковиків.",
         "Від учора, з {hour} години, ніхто не може проїхати пункт Липовий пагорб, бо там опустили шлагбауми."),
        ("До настання ночі на дорозі, що веде до річки, утворилася черга з {n} машин.",
         "Коли стемніло, {n} водіїв стояли з вимкненими двигунами на вузькому шосе в долині."),
        ("Тих, хто вже дістався воріт, попросили повернути назад і переночувати в місті.",
         "Подорожнім, які чекали в черзі, наказали розвертатися й шукати ночівлю деінде."),
        ("Обмеження має діяти до окремого розпорядження, а за тиждень його переглянуть.",
         "Скільки це триватиме, невідомо; нове рішення обіцяють ухвалити найближчими днями."),
        ("Поїзди північною гілкою ходять як завжди, хоча перевірок стало більше, ніж було.",
         "Далі на півночі залізничний рух не порушено, лише огляд у вагонах триває довше."),
        ("Крамарі на обох берегах бояться за торгівлю, з якої живуть близько {n} родин.",
         "Місцеві підприємства, що годують приблизно {n} домівок, кажуть, що довгого простою не витримають."),
        ("На воді бачили два патрульні катери, а над лісом годину кружляв гелікоптер.",
         "Очевидці помітили катери варти в русі та гелікоптер, який до півночі літав над деревами."),
        ("Це вже втретє цього року, коли дорогу перекривають без попередження.",
         "Двічі до того, навесні та на початку літа, той самий шлях блокували вночі."),
    ),
    "lt": (
        ("Perėja prie Liepų kalno vakare prieš {hour} valandą buvo uždaryta visiems sunkvežimiams ir automobiliams.",
         "Nuo vakar {hour} valandos niekas nebegali pravažiuoti Liepų kalno posto, nes ten nuleisti užkardai."),
        ("Iki sutemų kelyje, vedančiame prie upės, nusidriekė {n} transporto priemonių eilė.",
         "Sutemus {n} vairuotojų stovėjo išjungę variklius siaurame slėnio plente ir laukė."),
        ("Tų, kurie jau buvo pasiekę vartus, paprašyta apsisukti ir nakvoti mieste.",
         "Eilėje buvusiems keliautojams liepta grįžti atgal ir ieškoti nakvynės kitur."),
        ("Priemonė turėtų galioti iki atskiro pranešimo, o per savaitę bus svarstoma iš naujo.",
         "Kiek tai truks, neaišku; naują sprendimą žadama priimti artimiausiomis dienomis."),
        ("Traukiniai šiaurine linija važiuoja kaip įprasta, nors patikrų daugiau nei anksčiau.",
         "Toliau šiaurėje geležinkelių eismas nesutrikęs, tik apžiūra vagonuose užtrunka ilgiau."),
        ("Abiejų krantų krautuvininkai nerimauja dėl prekybos, iš kurios gyvena apie {n} šeimų.",
         "Vietos įmonės, maitinančios maždaug {n} namų ūkių, sako ilgos prastovos neatlaikysiančios."),
        ("Vandenyje matyti du patruliniai kateriai, o virš miško valandą suko ratus sraigtasparnis.",
         "Liudininkai pastebėjo plaukiančius sargybos katerius ir virš medžių iki vidurnakčio skridusį sraigtasparnį."),
        ("Tai jau trečias kartas šiais metais, kai kelias uždaromas be įspėjimo.",
         "Dukart anksčiau, pavasarį ir vasaros pradžioje, tas pats kelias buvo užblokuotas naktį."),
    ),
}
