"""Check the annotated corpus and count what it holds: ``python -m vedette.evaluation.check_corpus [PATHS]``.

Every problem is printed with its file and line; the exit code is 1 where there
is an error. ``--against DIR`` also names items that share six words in a row
with a text of another folder. ``--write`` puts the counts into the datasheet,
between ``<!-- counts -->`` and ``<!-- end of counts -->``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.corpus_page import counts_table
from vedette.evaluation.corpus_rules import check_meaning
from vedette.evaluation.corpus_statistics import count_corpus, describe
from vedette.evaluation.markup import corpus_files, parse_items
from vedette.evaluation.overlap import find_copies, find_outside
from vedette.evaluation.problem import Problem
from vedette.evaluation.written_section import write_section

DATASHEET = Path("corpus/DATASHEET.md")


def check_corpus(paths: Sequence[Path], *, against: Path | None = None) -> tuple[list[AnnotatedItem], list[Problem]]:
    """Read files or folders of the corpus and name everything that is wrong or doubtful.

    Items with an error in their mark-up do not come back: they cannot be counted.
    """
    items: list[AnnotatedItem] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for file in [file for path in paths for file in corpus_files(path)]:
        found, errors = _read(file)
        problems += errors
        for item in found:
            if seen.setdefault(item.id, str(file)) != str(file):
                what = f"The id {item.id} is in {seen[item.id]} too."
                problems.append(Problem(str(file), item.line, what, "Give each item its own."))
        problems += [problem for item in found for problem in check_meaning(item)]
        items += found
    problems += find_copies(items)
    if against is not None:
        problems += find_outside(items, against)
    return items, sorted(problems)


def _read(file: Path) -> tuple[list[AnnotatedItem], list[Problem]]:
    try:
        raw = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        return [], [Problem(str(file), 1, f"The file cannot be read: {problem}.", "It has to be UTF-8 text.")]
    items, problems = parse_items(raw, file=str(file))
    heads = [number for number, line in enumerate(raw.split("\n"), start=1) if line.startswith("@")]
    broken = {max((head for head in heads if head <= problem.line), default=0) for problem in problems}
    items = [item for item in items if item.line not in broken]
    for item in items:
        if file.parent.name != item.language:
            what = f"{item.id} is in the folder '{file.parent.name}'."
            problems.append(Problem(str(file), item.line, what, f"Move it to '{item.language}'."))
    return items, problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the check from the command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m vedette.evaluation.check_corpus", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("corpus")], help="files or folders of the corpus")
    parser.add_argument("--against", type=Path, help="a folder of texts of which no six words in a row may occur")
    parser.add_argument("--quiet", action="store_true", help="print errors only, no doubts and no statistics")
    parser.add_argument("--write", nargs="?", type=Path, const=DATASHEET, metavar="PAGE",
                        help=f"write the table of counts into a page ({DATASHEET})")  # fmt: skip
    chosen = parser.parse_args(arguments)
    missing = [path for path in [*chosen.paths, *([chosen.against] if chosen.against else [])] if not path.exists()]
    if missing:
        parser.error(f"{missing[0]} does not exist. Name a file or folder of the corpus.")
    items, problems = check_corpus(chosen.paths, against=chosen.against)
    try:
        sys.stdout.writelines(_report(items, problems, quiet=chosen.quiet))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as in "... | head"; what is left must not be flushed at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if chosen.write is not None:
        write_section(chosen.write, "counts", counts_table(items))
    errors = sum(problem.error for problem in problems)
    sys.stderr.write(f"{len(items)} items, {errors} errors, {len(problems) - errors} to look at again\n")
    return 1 if errors else 0


def _report(items: Sequence[AnnotatedItem], problems: Sequence[Problem], *, quiet: bool) -> Iterator[str]:
    yield from (f"{problem}\n" for problem in problems if problem.error or not quiet)
    for language in () if quiet else dict.fromkeys(item.language for item in items):
        counted = count_corpus(item for item in items if item.language == language)
        yield from (f"{line}\n" for line in describe(language, counted))


if __name__ == "__main__":
    sys.exit(main())
