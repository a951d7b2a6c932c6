"""The model card: what the tagger is, what it was made from, how well it does, where it fails."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.looked import Sort
from training.looks import LookScore
from vedette.evaluation.annotated import LANGUAGES, AnnotatedItem
from vedette.evaluation.tagging import Scores, Tally
from vedette.model import EventType, EvidenceKind, Factuality, Stage
from vedette.reading.tags.labels import Role, SpanKind

_COLUMNS = (
    ("event", "event and type"), ("trigger", "event"), ("stage", "stage"), ("factuality", "factuality"),
    ("actor", "actor"), ("place", "place"), ("time", "time"), ("quantity", "quantity"), ("source", "source"),
    ("~source", "source, overlap"), ("roles", "roles"),
)
TAKEN_FOR, CONFUSED = " taken for ", 25
_FIRST, _LOOKS, _LAST = "### By language", "### The two looks", "The whole of `make train` took"
_FILES = (
    "lower.onnx", "upper.onnx", "embedding.q4", "pieces.model", "first_look.onnx", "second_look.onnx", "roles.npy",
    "usage.tsv", "model.json",
)


def write_card(
    page: Path, scores: Mapping[str, Scores], *, parts: tuple[Sequence[AnnotatedItem], ...], folder: Path,
    looked: Mapping[str, LookScore], minutes: float,
) -> None:
    """Write the tables of the card between its marks; the words around them are written by people."""
    tables = "\n\n".join([_items(parts), _scores(scores, folder, looked), f"{_LAST} {minutes:.0f} minutes."])
    text = page.read_text("utf-8")
    start, end = text.index("<!-- scores -->") + len("<!-- scores -->"), text.index("<!-- end of scores -->")
    page.write_text(f"{text[:start]}\n{tables}\n{text[end:]}", "utf-8")


def write_scores(page: Path, scores: Mapping[str, Scores], *, folder: Path, looked: Mapping[str, LookScore]) -> None:
    """Write the tables of the card anew but for what the network learned from, which stays as it was."""
    text = page.read_text("utf-8")
    start, end = text.index(_FIRST), text.index(_LAST)
    page.write_text(f"{text[:start]}{_scores(scores, folder, looked)}\n\n{text[end:]}", "utf-8")


def _scores(scores: Mapping[str, Scores], folder: Path, looked: Mapping[str, LookScore]) -> str:
    return "\n\n".join([
        f"{_FIRST}\n\nF1 on the test part, as the files that ship tag it.", _languages(scores),
        "### By type of event", _labels(scores["all"], "type", tuple(EventType)), _confused(scores["all"]),
        "### Stage, factuality and evidence of the events found", _standing(scores["all"]),
        "### Spans and roles", _labels(scores["all"], "", tuple(SpanKind)), _labels(scores["all"], "role", tuple(Role)),
        _looks(looked), _sizes(folder),
    ])


def _items(parts: tuple[Sequence[AnnotatedItem], ...]) -> str:
    counts = [Counter(item.language for item in part) for part in parts]
    rows = [f"| {language} | {' | '.join(str(count[language]) for count in counts)} |" for language in LANGUAGES]
    total = f"| all | {' | '.join(str(len(part)) for part in parts)} |"
    return "\n".join(["| items | to learn from | to look at | for the end |", "|---|---|---|---|", *rows, total])


def _languages(scores: Mapping[str, Scores]) -> str:
    head = f"| | {' | '.join(title for _, title in _COLUMNS)} |"
    rows = [
        f"| {language} | {' | '.join(_f1(scores[language], label) for label, _ in _COLUMNS)} |"
        for language in (*LANGUAGES, "all") if language in scores
    ]
    return "\n".join([head, "|---" * (len(_COLUMNS) + 1) + "|", *rows])


def _labels(scores: Scores, prefix: str, labels: Sequence[str]) -> str:
    rows = []
    for label in labels:
        tally = scores.by_label.get(f"{prefix} {label}".strip(), Tally())
        if tally.wanted or tally.given:
            rows.append(
                f"| {label} | {tally.f1:.2f} | {tally.precision:.2f} | {tally.recall:.2f} | {tally.wanted} |"
            )
    return "\n".join(["| | F1 | precision | recall | in the test part |", "|---|---|---|---|---|", *rows])


def _confused(scores: Scores) -> str:
    """Give the types that are taken for one another most often, worst first."""
    counts = {label: tally.given for label, tally in scores.by_label.items() if TAKEN_FOR in label}
    worst = sorted(counts, key=lambda label: (-counts[label], label))[:CONFUSED]
    rows = [f"| {' | '.join(label.split(TAKEN_FOR))} | {counts[label]} |" for label in worst]
    head = f"The {len(worst)} commonest confusions, of {sum(counts.values())} triggers found with a wrong type:"
    return "\n".join([head, "", "| in truth | taken for | times |", "|---|---|---|", *rows])


def add_to_curve(page: Path, scores: Mapping[str, Scores], *, items: int, epochs: int) -> None:
    """Put a line into the learning curve of the card, in the place of an earlier one of as many items."""
    text = page.read_text("utf-8")
    start, end = text.index("<!-- curve -->") + len("<!-- curve -->"), text.index("<!-- end of curve -->")
    cells = [f"{_f1(scores['all'], label)}" for label, _ in _COLUMNS]
    rows = {int(row.split("|")[1]): row for row in text[start:end].splitlines() if row[2:3].isdigit()}
    rows[items] = f"| {items} | {epochs} | {' | '.join(cells)} |"
    head = f"| items | epochs | {' | '.join(title for _, title in _COLUMNS)} |"
    table = "\n".join([head, "|---" * (len(_COLUMNS) + 2) + "|", *(rows[number] for number in sorted(rows))])
    page.write_text(f"{text[:start]}\n{table}\n{text[end:]}", "utf-8")


def _standing(scores: Scores) -> str:
    groups = (("stage", tuple(Stage)), ("factuality", tuple(Factuality)), ("evidence", tuple(EvidenceKind)))
    return "\n\n".join(_labels(scores, name, labels) for name, labels in groups)


def _looks(looked: Mapping[str, LookScore]) -> str:
    rows = [
        f"| {name} | {_share(score, Sort.TELLS)} | {_share(score, Sort.ORDINARY, out=True)} "
        f"| {_share(score, Sort.OFF, out=True)} |"
        for name, score in looked.items()
    ]
    return "\n".join([
        _LOOKS, "",
        "On the test part, in its texts as they stand; four ordinary paragraphs to a text. The other paragraphs of the "
        "corpus are close to our subjects on purpose.", "",
        "| look | lets paragraphs with events through | keeps ordinary ones out | keeps others of the corpus out |",
        "|---|---|---|---|", *rows,
    ])


def _share(score: LookScore, sort: Sort, *, out: bool = False) -> str:
    passed = score.passed[sort]
    return f"{1 - passed if out else passed:.1%} of {score.paragraphs[sort]:,}"


def _sizes(folder: Path) -> str:
    rows = []
    for name in _FILES:
        content = (folder / name).read_bytes()
        rows.append(f"| `{name}` | {len(content) / 1e6:.1f} MB | `{hashlib.sha256(content).hexdigest()[:16]}` |")
    total = sum((folder / name).stat().st_size for name in _FILES) / 1e6
    head = ["### Files", "", "| file | size | sha256 |", "|---|---|---|"]
    return "\n".join([*head, *rows, f"| all | {total:.1f} MB | |"])


def _f1(scores: Scores, label: str) -> str:
    return f"{scores.by_label.get(label, Tally()).f1:.2f}"
