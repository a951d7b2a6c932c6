"""The same reports give the same bytes, and these have the published form."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from command import SAMPLES, vedette

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")))


def test_reading_again_prints_the_same_bytes_whatever_the_order_of_sets(sample_lines: str) -> None:
    assert vedette("read", *SAMPLES, "--format", "jsonl", PYTHONHASHSEED="1").stdout == sample_lines


def test_every_claim_has_the_published_form(sample_claims: list[dict[str, Any]]) -> None:
    assert len(sample_claims) > 50
    form = validator("claim")
    assert [error.message for claim in sample_claims for error in form.iter_errors(claim)] == []


def test_every_event_has_the_published_form_and_names_claims_of_the_desk(
    sample_desk: Path, sample_claims: list[dict[str, Any]]
) -> None:
    printed = vedette("events", "--format", "jsonl", "--desk", str(sample_desk)).stdout
    events = [json.loads(line) for line in printed.splitlines()]
    form = validator("event")
    assert [error.message for event in events for error in form.iter_errors(event)] == []
    told = [claim for event in events for claim in event["claims"]]
    assert sorted(told) == sorted(claim["id"] for claim in sample_claims)


def test_every_span_holds_the_words_of_its_claim(sample_claims: list[dict[str, Any]], sample_store: Any) -> None:
    texts = {report.id: report.text for report in sample_store.reports()}
    for claim in sample_claims:
        text, trigger, sentence = texts[claim["report"]["id"]], claim["trigger"], claim["sentence"]
        assert text[trigger["start"]:trigger["end"]] == trigger["text"] != ""
        assert sentence["start"] <= trigger["start"] and trigger["end"] <= sentence["end"] <= len(text)
        marked = [claim["period"], *claim["places"], *claim["actors"], *claim["quantities"], *claim["attribution"]]
        spans = [item["span"] for item in marked if item and item["span"]]
        assert all(0 <= start < end <= len(text) for start, end in spans)
