"""What figures count: the units that the ten languages share, for whoever writes one down."""

from __future__ import annotations

import difflib

# Those of the language files; a test holds them to be the same.
UNITS = (
    "%", "BYN", "EUR", "GBP", "MW", "PLN", "RUB", "UAH", "UAVs", "USD", "air defence systems", "aircraft",
    "aircraft carriers", "airfields", "airports", "armoured vehicles", "attacks", "attempts", "ballistic missiles",
    "balloons", "barrels", "bases", "battalions", "boats", "bombers", "bombs", "border guards", "brigades",
    "buildings", "cars", "checkpoints", "children", "citizens", "civilians", "cm", "companies", "conscripts",
    "countries", "crossing points", "crossings", "cruise missiles", "diplomats", "divisions", "drones", "employees",
    "exercises", "explosions", "feet", "fighter aircraft", "fighter jets", "fighters", "flights", "frigates", "g",
    "guards", "guns", "ha", "helicopters", "houses", "howitzers", "incidents", "instructors", "jets", "kg", "km",
    "km/h", "km2", "l", "launchers", "lb", "m", "men", "mercenaries", "migrants", "miles", "mines", "missiles", "mm",
    "nationals", "nautical miles", "observers", "officers", "participants", "passengers", "people",
    "percentage points", "personnel", "pieces of equipment", "planes", "prisoners", "protesters", "recruits",
    "refugees", "regiments", "regions", "reservists", "residents", "rockets", "rounds", "service members",
    "servicemen", "shells", "ships", "sites", "soldiers", "sorties", "states", "strikes", "submarines", "suspects",
    "systems", "tankers", "tanks", "tonnes", "trains", "troops", "trucks", "units", "vehicles", "vessels", "villages",
    "violations", "volunteers", "wagons", "warheads", "warplanes", "warships", "women", "workers",
)  # fmt: skip
# So alike are a word and its misspelling: "trops" and "troops", and not "buses" and "bases".
_ALIKE = 0.88


def meant_unit(word: str) -> str | None:
    """Give the unit that a word was meant to be; ``None`` where it is one, or is like none.

    Reports count whatever there is, under its own name ("nine trawlers"): what is like no unit may be right.

    Example:
        >>> [meant_unit(word) for word in ("trops", "tank", "troops", "trawlers")]
        ['troops', 'tanks', None, None]
    """
    known = {unit.casefold(): unit for unit in UNITS}
    said = " ".join(word.casefold().split())
    if said in known:
        return None
    if f"{said}s" in known:
        return known[f"{said}s"]
    near = difflib.get_close_matches(said, known, n=1, cutoff=_ALIKE)
    return known[near[0]] if near else None
