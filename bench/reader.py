"""Score the reader on a folder of real decisions, field by field.

    python bench/reader.py FOLDER [--json]

FOLDER holds texts and ``labels.json``: a list of {file, number, type, issuer, signer, date
(dd/mm/yyyy)}. Prints the share of right answers for each field, the wrong ones by name, and
the time taken. Without FOLDER only the time of the reference Decision is measured.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, read_decision
from chuan.rules.vietnamese import compose, fold, settle_tones

REFERENCE = Path(__file__).parents[1] / "examples" / "bac-hong-2021" / "quyet-dinh.md"
FIELDS = ("number", "date", "issuer", "signer", "type")


@dataclass
class Score:
    """Right and wrong answers of one field."""

    right: int = 0
    wrong: list[dict[str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Right answers of all, in per cent; 0 when nothing was asked."""
        asked = self.right + len(self.wrong)
        return 100 * self.right / asked if asked else 0.0


def read_fields(reading: DecisionReading) -> dict[str, str]:
    """What was read, written as the labels write it: number and symbol joined, day first."""
    number = reading.number.value if reading.number else ""
    symbol = reading.symbol.value if reading.symbol else ""
    return {
        "number": f"{number}/{symbol}" if number and symbol else number,
        "date": f"{reading.date.value:%d/%m/%Y}" if reading.date else "",
        "issuer": reading.issuer.value if reading.issuer else "",
        "signer": reading.signer.name.value if reading.signer.name else "",
        "type": reading.type.value if reading.type else "",
    }


def agrees(name: str, read: str, label: str) -> bool:
    """Whether the answer is right. Marks' spelling and case are left aside; an issuer is labelled
    by its place or ministry ("Tỉnh Hà Tĩnh"), which has to stand in the organ's name as read."""
    one, two = (
        fold(settle_tones(compose(text))).replace("uy ban nhan dan", "ubnd") for text in (read, label)
    )
    if name == "issuer":
        return two in one
    return one == two


def score(folder: Path) -> tuple[dict[str, Score], float]:
    """Read every labelled file; the scores by field and the seconds that reading alone took."""
    scores = {name: Score() for name in FIELDS}
    lexicon = reader_lexicon()
    taken = 0.0
    for label in json.loads((folder / "labels.json").read_text(encoding="utf-8")):
        text = (folder / label["file"]).read_text(encoding="utf-8")
        began = time.perf_counter()
        reading = read_decision(text, lexicon=lexicon)
        taken += time.perf_counter() - began
        answers = read_fields(reading)
        for name in FIELDS:
            if agrees(name, answers[name], label[name]):
                scores[name].right += 1
            else:
                scores[name].wrong.append(
                    {"file": label["file"], "read": answers[name], "label": label[name]}
                )
    return scores, taken


def time_reference(rounds: int = 30) -> float:
    """Median milliseconds for reading the reference Decision's text."""
    text, lexicon = REFERENCE.read_text(encoding="utf-8"), reader_lexicon()
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        read_decision(text, lexicon=lexicon)
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def report(scores: dict[str, Score], seconds: float, reference_ms: float) -> dict[str, Any]:
    """All figures as plain values."""
    return {
        "fields": {
            n: {"right": s.right, "wrong": s.wrong, "percent": round(s.share, 2)} for n, s in scores.items()
        },
        "seconds": round(seconds, 3),
        "reference_ms": round(reference_ms, 2),
    }


def main(arguments: list[str]) -> int:
    """Print the scores; the exit code is 1 when a field is right in fewer than 98 %."""
    parser = argparse.ArgumentParser(description="Score the reader of Decisions on a labelled folder.")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    if given.folder and not (given.folder / "labels.json").is_file():
        parser.error(f"{given.folder}/labels.json is missing")
    scores, seconds = score(given.folder) if given.folder else ({}, 0.0)
    figures = report(scores, seconds, time_reference())
    if given.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        show(figures)
    return 1 if any(s.share < 98 for s in scores.values()) else 0


def show(figures: dict[str, Any]) -> None:
    """The figures for a person."""
    for name, found in figures["fields"].items():
        print(f"{name:8} {found['right']:4} right {len(found['wrong']):3} wrong  {found['percent']:6.2f} %")
        for wrong in found["wrong"]:
            print(f"         {wrong['file']}: read “{wrong['read']}”, labelled “{wrong['label']}”")
    if figures["fields"]:
        print(f"all texts {figures['seconds']:.3f} s")
    print(f"reference {figures['reference_ms']:.1f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
