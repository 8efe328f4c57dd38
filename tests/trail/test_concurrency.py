"""Several writers at once, and writers killed in the middle: what was acknowledged stays, the chain stays whole.

Real processes on a database of their own: a SQLite file, or one made beside that of DATABASE_URL.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from tests import prepared
from tests.serving.running import CHUAN, environment

pytestmark = pytest.mark.own_database

WRITERS, EACH, KILLS = 4, 25, 3

Environment = dict[str, str]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Environment]:
    """What the processes need to find an empty, migrated database."""
    folder = prepared.lay_database(tmp_path_factory.mktemp("race"))
    env = environment(folder) | {"DJANGO_SETTINGS_MODULE": "chuan.settings"}
    if not (url := os.environ.get("DATABASE_URL")):
        yield env
        return
    with prepared.beside(url, f"race_{uuid.uuid4().hex}") as mine:
        yield env | {"DATABASE_URL": mine}


@pytest.fixture
def unit() -> str:
    """A unit of its own for each test: a chain of its own."""
    return str(uuid.uuid4())


def begin(env: Environment, unit: str, how_many: int, pause: float = 0.01) -> subprocess.Popen[str]:
    """A writer that waits for the word."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.trail.writer", unit, str(how_many), str(pause)], env=env,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def go(process: subprocess.Popen[str]) -> None:
    """The word, once the writer is ready."""
    assert process.stdin
    assert process.stdout
    assert process.stdout.readline() == "ready\n", process.stderr and process.stderr.read()
    process.stdin.write("go\n")
    process.stdin.flush()


def lines(env: Environment, unit: str) -> dict[str, int]:
    """The chain as anybody reads it from the database: uid to seq."""
    found = {}
    for line in _stored(env):
        chain, seq, *_, uid, _digest, _prev = line.split("\t")
        if chain.startswith(unit):
            found[uid] = int(seq)
    return found


def _stored(env: Environment) -> list[str]:
    query = "SELECT line FROM trail_entry"
    if "DATABASE_URL" in env:
        import psycopg

        with psycopg.connect(env["DATABASE_URL"]) as server:
            return [line for (line,) in server.execute(query)]
    with closing(sqlite3.connect(Path(env["CHUAN_DATA"]) / "chuan.sqlite3")) as file:
        return [line for (line,) in file.execute(query)]


def verified(env: Environment) -> str:
    """What ``chuan trail verify`` says; it must find nothing wrong."""
    done = subprocess.run(
        [str(CHUAN), "trail", "verify"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_four_writers_at_once_all_succeed_in_one_gapless_chain(house: Environment, unit: str):
    writers = [begin(house, unit, EACH) for _ in range(WRITERS)]
    for writer in writers:
        go(writer)
    told = [writer.communicate(timeout=60) for writer in writers]
    assert [error for _, error in told] == [""] * WRITERS
    acknowledged = [uid for said, _ in told for uid in said.split()]
    assert len(set(acknowledged)) == WRITERS * EACH
    there = lines(house, unit)
    assert set(there) == set(acknowledged)
    assert sorted(there.values()) == list(range(1, WRITERS * EACH + 1))
    assert f"{WRITERS * EACH} dòng" in verified(house)


def test_whatever_was_acknowledged_before_a_kill_stays_and_the_others_go_on(house: Environment, unit: str):
    """Each victim is killed in the middle of its acts; the last one while another official works."""
    victims = [begin(house, unit, 100_000) for _ in range(KILLS)]
    other = begin(house, unit, EACH)
    acknowledged: list[str] = []
    for kill, victim in enumerate(victims, start=1):
        go(victim)
        if kill == KILLS:
            go(other)
        assert victim.stdout
        acknowledged += [victim.stdout.readline().strip() for _ in range(2 + 3 * kill)]
        victim.kill()
        rest, _ = victim.communicate(timeout=30)
        acknowledged += [uid for uid in rest.split() if len(uid) == len(unit)]
        assert set(acknowledged) <= set(lines(house, unit))
    said, error = other.communicate(timeout=60)
    assert error == ""
    assert len(said.split()) == EACH
    there = lines(house, unit)
    assert set(acknowledged) | set(said.split()) <= set(there)
    unheard = len(there) - len(acknowledged) - EACH
    assert 0 <= unheard <= KILLS, "at most the act that each kill fell upon is there without acknowledgement"
    assert sorted(there.values()) == list(range(1, len(there) + 1))
    assert f"{len(there)} dòng" in verified(house)


def test_of_a_thousand_acknowledged_acts_none_is_lost_when_every_writer_is_killed(
    house: Environment, unit: str
):
    """No writer ends by itself: at the thousandth acknowledgement both are killed in the middle of their next act."""
    writers = [begin(house, unit, 100_000, pause=0) for _ in range(2)]
    acknowledged: list[str] = []
    listeners = [Thread(target=listen, args=(writer, acknowledged)) for writer in writers]
    for writer, listener in zip(writers, listeners, strict=True):
        go(writer)
        listener.start()
    while len(acknowledged) < 1000 and any(one.is_alive() for one in listeners):
        time.sleep(0.01)
    for writer, listener in zip(writers, listeners, strict=True):
        writer.kill()
        listener.join(timeout=30)
        writer.communicate(timeout=30)
    there = lines(house, unit)
    assert len(acknowledged) >= 1000
    assert set(acknowledged) <= set(there)
    assert len(there) - len(acknowledged) <= len(writers)
    assert sorted(there.values()) == list(range(1, len(there) + 1))
    assert f"{len(there)} dòng" in verified(house)


def listen(writer: subprocess.Popen[str], heard: list[str]) -> None:
    """Every whole line the writer says, until it is dead."""
    assert writer.stdout
    for line in writer.stdout:
        if line.endswith("\n"):
            heard.append(line.strip())


def test_a_lost_act_would_be_noticed(house: Environment, unit: str):
    """The reading of the other tests sees what is there and nothing else."""
    writer = begin(house, unit, 2)
    go(writer)
    said, _ = writer.communicate(timeout=60)
    assert list(lines(house, unit)) == said.split()
    assert lines(house, str(uuid.uuid4())) == {}
