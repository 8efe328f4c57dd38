"""docs/security.md: no requirement of OWASP ASVS 5.0.0, levels 1 and 2, is left out; what it names exists."""

from __future__ import annotations

import re

from tests.guards.reading_source import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
LAST = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
"""The last requirement of level 1 or 2 in each section; within a section those of level 3 come after."""
ASKED = [f"{section}.{n}" for section, last in LAST.items() for n in range(1, last + 1)]
STATES = {"met", "partly", "**not met**", "n/a"}
Row = tuple[list[str], str, str]


def numbers(text: str) -> list[str]:
    """ "4.3.1–4.3.2, 5.1.1" one by one."""
    found = []
    for part in text.split(", "):
        first, _, last = part.partition("–")
        section, start = first.rsplit(".", 1)
        found += [f"{section}.{n}" for n in range(int(start), int((last or first).rsplit(".", 1)[1]) + 1)]
    return found


def rows() -> list[Row]:
    """(numbers, state, what is said) of each row of the chapters."""
    found = re.findall(r"(?m)^\| ([\d., –]+) \| [^|]+ \| ([^|]+) \| (.+) \|$", TEXT)
    return [(numbers(first), state, said) for first, state, said in found]


def test_every_requirement_is_answered_once():
    answered = [number for some, _state, _said in rows() for number in some]
    assert len(ASKED) == 253
    assert sorted(answered) == sorted(ASKED)


def test_every_answer_has_a_state_and_says_how():
    assert {state for _some, state, _said in rows()} <= STATES
    assert not [some for some, _state, said in rows() if not said.strip()]


def test_what_is_not_met_stands_in_the_list():
    listed = TEXT[TEXT.index("## Not met, in one list") : TEXT.index("# OWASP ASVS")]
    named = {number for part in re.findall(r"\*\*([\d., –]+)\*\*", listed) for number in _sections(part)}
    missing = [
        number
        for some, state, _said in rows()
        for number in some
        if state == "**not met**" and number not in named and number.rsplit(".", 1)[0] not in named
    ]
    assert not missing


def _sections(part: str) -> list[str]:
    """Numbers of requirements, or of whole sections: "12.1–12.2"."""
    found = []
    for one in part.split(", "):
        first, _, last = one.partition("–")
        head, start = first.rsplit(".", 1)
        found += [f"{head}.{n}" for n in range(int(start), int((last or first).rsplit(".", 1)[1]) + 1)]
    return found


def test_every_file_named_exists():
    named = set(re.findall(r"`((?:src|tests|docs|scripts|bench)/[^`:]+)(?:::[^`]+)?`", TEXT))
    assert len(named) > 60
    assert not sorted(name for name in named if not (ROOT / name).exists())


def test_every_test_named_exists():
    named = set(re.findall(r"`(tests/[^`:]+)::([a-z0-9_]+)`", TEXT))
    assert len(named) > 60
    assert not sorted(f"{path}::{name}" for path, name in named if not _is_there(path, name))


def _is_there(path: str, name: str) -> bool:
    file = ROOT / path
    return file.exists() and f"\ndef {name}(" in file.read_text(encoding="utf-8")


def test_every_rule_named_exists():
    kept = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts" / "semgrep").glob("*.yml"))
    named = set(re.findall(r"rules? `([a-z-]+)`", TEXT))
    assert len(named) > 10
    assert not sorted(name for name in named if f"id: {name}\n" not in kept)


def test_every_exception_to_the_checks_says_why():
    """``# nosemgrep: rule - why`` and ``# why  # nosec B703`` (docs/decisions/security-checks.md)."""
    said = re.compile(r"# nosemgrep: [a-z-]+ - \S|(?<!:) - \S.*  # nosec B\d+|  # (?!noqa)\S.*  # nosec B\d+")
    lines = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "src" / "chuan").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if ("# nosec" in line or "# nosemgrep" in line) and not said.search(line)
    ]
    assert not lines
