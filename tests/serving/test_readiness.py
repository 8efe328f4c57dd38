"""/healthz?sau=1: whether the house is fit for work, asked from the machine itself."""

from __future__ import annotations

import json
from collections import namedtuple
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client

from chuan.offers.examinations import Grade
from chuan.upkeep import beats, reports_kept, rounds

pytestmark = pytest.mark.django_db
DEEP = "/healthz?sau=1"


@pytest.fixture(autouse=True)
def data(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    beats._last.clear()


def test_it_counts_and_names_nothing(client: Client, ward):
    beats.beat(beats.WORKER)
    answer = client.get(DEEP)
    told = json.loads(answer.content)
    assert answer.status_code == 200
    assert told["examined"] == {"disk": "fine", "triggers": "fine", "worker": "fine"}
    assert told["worker_seconds"] < 30
    assert told["last_report"] is None
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_counts_what_the_last_examination_found(client: Client):
    from django.utils import timezone

    rounds.make(at=timezone.now())
    told = json.loads(client.get(DEEP).content)["last_report"]
    assert told["findings"]["fine"] == len(reports_kept.last().of(Grade.FINE))


def test_a_worker_that_is_silent_is_told_and_is_no_reason_to_stop(client: Client):
    told = client.get(DEEP)
    assert told.status_code == 200
    assert json.loads(told.content)["worker_seconds"] is None
    assert json.loads(told.content)["grade"] == "look"


def test_a_full_disk_and_a_missing_trigger_are_503_while_the_process_is_alive(client: Client):
    usage = namedtuple("Usage", "total used free")
    with patch("chuan.upkeep.findings.disk.shutil.disk_usage", return_value=usage(9, 9, 0)):
        assert client.get(DEEP).status_code == 503
        assert client.get("/healthz").status_code == 200
    assert client.get(DEEP).status_code == 200
    with connection.cursor() as cursor:
        where = " ON trail_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER trail_entry_no_delete{where}")
    assert client.get(DEEP).status_code == 503


@pytest.mark.parametrize("asked", [
    {"REMOTE_ADDR": "10.1.2.3"}, {"REMOTE_ADDR": ""},
    {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "for=::1"},
])  # fmt: skip
def test_from_elsewhere_or_through_a_proxy_it_tells_nothing(client: Client, asked: dict[str, str]):
    answer = client.get(DEEP, **asked)
    assert (answer.status_code, answer.content.decode()) == (403, "Chỉ trả lời máy chủ.\n")


def test_the_loopback_of_ipv6_is_the_machine_too(client: Client):
    assert client.get(DEEP, REMOTE_ADDR="::1").status_code == 200
