"""The drawing of the lifecycles is the drawing of the tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from scripts import draw_lifecycles

from chuan.rules.lifecycles import ALL
from tests.guards.reading_source import ROOT

SCRIPT = ROOT / "scripts" / "draw_lifecycles.py"


def test_the_page_is_what_the_tables_say():
    assert draw_lifecycles.differs() == ""


def test_the_command_agrees_and_changes_nothing():
    before = draw_lifecycles.PAGE.read_bytes()
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert draw_lifecycles.PAGE.read_bytes() == before


def test_every_status_and_every_table_is_on_the_page():
    text = draw_lifecycles.page()
    for lifecycle in ALL:
        assert f"## {lifecycle.title} (`{lifecycle.name}`)" in text
        for name, status in lifecycle.statuses.items():
            assert f"| `{name}` | {status.label} | {status.sentence} | `{status.owner}` |" in text


def test_a_stale_drawing_is_named_with_its_first_wrong_line(tmp_path: Path):
    stale = tmp_path / "lifecycles.md"
    lines = draw_lifecycles.page().splitlines(keepends=True)
    lines[4] = "something else\n"
    stale.write_text("".join(lines), encoding="utf-8")
    assert "from line 5 on: run `make diagrams`" in draw_lifecycles.differs(stale)


def test_a_shortened_drawing_is_found(tmp_path: Path):
    stale = tmp_path / "lifecycles.md"
    stale.write_text("".join(draw_lifecycles.page().splitlines(keepends=True)[:-1]), encoding="utf-8")
    assert draw_lifecycles.differs(stale)


def test_a_missing_drawing_is_said_to_be_missing(tmp_path: Path):
    assert (
        draw_lifecycles.differs(tmp_path / "lifecycles.md")
        == "lifecycles.md is missing: run `make diagrams`."
    )


def test_checking_a_stale_page_fails_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(draw_lifecycles, "PAGE", tmp_path / "lifecycles.md")
    monkeypatch.setattr(draw_lifecycles, "differs", lambda: "lifecycles.md is missing: run `make diagrams`.")
    assert draw_lifecycles.main(["--check"]) == 1
    assert capsys.readouterr().err == "lifecycles.md is missing: run `make diagrams`.\n"
    assert not (tmp_path / "lifecycles.md").exists()


def test_drawing_writes_what_checking_accepts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(draw_lifecycles, "PAGE", tmp_path / "lifecycles.md")
    assert draw_lifecycles.main([]) == 0
    assert draw_lifecycles.differs(tmp_path / "lifecycles.md") == ""
