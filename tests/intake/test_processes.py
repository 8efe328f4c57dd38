"""A process killed half way leaves nothing of its file; of two processes at once one wins and the other is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import prepared
from tests.intake.engine import LATER, LIST

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def house(tmp_path: Path) -> dict[str, str]:
    """A house of its own, with two files of one register that wait."""
    keep = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CHUAN_WATCH")}
    env = keep | {
        "CHUAN_DATA": str(tmp_path / "house"), "CHUAN_SECRET_KEY": "tests-only", "PYTHONUTF8": "1",
        "DJANGO_SETTINGS_MODULE": "chuan.settings", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }  # fmt: skip
    prepared.lay_database(tmp_path / "house")
    assert step(env, "prepare").returncode == 0
    return env


def begin(env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.intake.in_a_process", *words]
    return subprocess.Popen(
        command, env=env, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def step(env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    with begin(env, *words) as child:
        out, err = child.communicate(timeout=120)
    return subprocess.CompletedProcess(words, child.returncode, out, err)


def how_it_stands(env: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(step(env, "look").stdout)
    return found


def test_killed_in_the_middle_nothing_is_half_loaded_and_the_file_can_be_taken_in_again(
    house: dict[str, str],
) -> None:
    assert step(house, "die").returncode == -signal.SIGKILL
    dead = how_it_stands(house)
    assert (dead["statuses"][LIST], dead["versions"], dead["standing"]) == ("committing", 0, 0)
    assert step(house, "pick_up").stdout.strip() == "1"
    back = how_it_stands(house)
    assert back["statuses"][LIST] == "previewed"
    assert "dừng giữa chừng" in back["refusals"][0]
    assert step(house, "commit", LIST).returncode == 0
    done = how_it_stands(house)
    assert (done["statuses"][LIST], done["versions"], done["standing"], done["wrong"]) == (
        "committed",
        60,
        60,
        [],
    )


def test_of_two_processes_at_once_one_wins_and_the_other_is_told(house: dict[str, str]) -> None:
    both = [begin(house, "meet", name) for name in (LIST, LATER)]
    said = sorted(child.communicate(timeout=120)[0].strip() for child in both)
    assert said == ["imported_meanwhile", "in"]
    found = how_it_stands(house)
    assert sorted(found["statuses"].values()) == ["committed", "previewed"]
    assert found["versions"] == found["standing"] in (60, 72)
    assert found["wrong"] == []
