"""Scores, benchmarks and the corpus: how well and how fast, by command."""
