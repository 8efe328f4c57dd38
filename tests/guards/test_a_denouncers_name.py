"""A denouncer's name, brought in by every door, stands nowhere but in the one answer of a lawful opening.

Luật Tố cáo 2018, Điều 56. Every address is opened by somebody with every role, whose pages hold whatever any page may
hold; those of petitions by the verifier besides, and sent a form of nonsense. Then every table, kept file, line of
the log, mail and archive is looked into. That others may not open them at all is `test_access.py`.
"""

from __future__ import annotations

import base64
import gzip
import io
import logging
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock
from urllib.parse import quote

import pytest
from django.conf import settings as set_up
from django.db import connection, transaction
from django.test import override_settings
from django.urls import NoReverseMatch
from django.utils import timezone

from chuan.exchange.limits import Limits
from chuan.exchange.redacting import copying
from chuan.people.finding import find
from chuan.people.roles import Role
from chuan.people.viewer import viewer_of
from chuan.petitions.models import NameTyped, Petition, Redaction
from chuan.upkeep.backing_up import make
from tests.guards.rights.things import found, things
from tests.guards.rights.walking import routes
from tests.guards.secret import planting
from tests.guards.secret.looking import Watch, address_of, logged, look_at
from tests.guards.secret.needles import Needles
from tests.guards.secret.planting import NAME, WORDS, Planted
from tests.petitions.made import petition_clerk, received
from tests.upkeep import houses

pytestmark = pytest.mark.django_db


@dataclass
class Looked:
    """What was looked at, and what was found where."""

    walk: Watch
    rest: Watch
    lawful: bytes
    faults: list[str]
    hits: dict[str, int]
    covered: int
    refused: int


@pytest.fixture(scope="module")
def looked(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Iterator[Looked]:
    """Everything, once."""
    folder: Path = tmp_path_factory.mktemp("secret")
    apart = {
        "FILES_DIR": folder / "files", "SEAL_KEYS": folder / "keys" / "seal_keys", "HEALTH_DIR": folder / "health",
        "STATIC_ROOT": folder / "static",
        "STORAGES": set_up.STORAGES
        | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
    }  # fmt: skip
    (folder / "static").mkdir()
    with django_db_blocker.unblock(), override_settings(**apart), transaction.atomic(), _DrawnHere():
        yield _everything(folder)
        transaction.set_rollback(True)


def _everything(folder: Path) -> Looked:
    now = timezone.now()
    walk, rest = Watch(Needles(*WORDS)), Watch(Needles(*WORDS))
    house = found("Bắc Hồng", "a")
    uids = things(house, now)
    with logged(rest):
        planted = planting.plant(house, uids)
        with mock.patch("chuan.people.middleware.viewer_of", cache(viewer_of)):
            faults = _walk(walk, planted)
    rest.tables()
    rest.folder(folder / "files")
    rest.folder(folder / "health")
    rest.mail()
    _put_away(rest, folder)
    hits = {words: _hits(planted, words) for words in (NAME, "quynh giao", "0987651243")}
    covered = Redaction.objects.filter(petition=planted.petition, blob__isnull=False).count()
    refused = NameTyped.objects.filter(petition=planted.petition).count()
    return Looked(walk, rest, planting.lawful(planted), faults, hits, covered, refused)


def _walk(watch: Watch, planted: Planted) -> list[str]:
    """Every address by somebody with every role; those of petitions by the verifier too, with forms."""
    faults = []
    whole = planting.everybody(planted.house)
    verifier = planting.browser(planted.house.accounts["own"])
    for route in routes():
        try:
            address = address_of(route, planted.uids)
        except NoReverseMatch as unknown:
            faults.append(str(unknown))
            continue
        room = route.name.startswith("petitions:")
        look_at(watch, whole, "everybody", route, address, send=room)
        if room:
            look_at(watch, verifier, "verifier", route, address, send=False)
    return faults


def _hits(planted: Planted, words: str) -> int:
    return find(words, viewer=planted.viewer(Role.PETITION_CLERK)).total


def _put_away(watch: Watch, folder: Path) -> None:
    """An archive of a backup: looked into, and the ring is not in it."""
    if connection.vendor != "sqlite":
        return
    with houses.house_at(folder / "house") as house:
        houses.pour(house, folder / "files")
        watch.archive(make(house, folder / "backup.tar", at=timezone.now()).path)


class _DrawnHere:
    """Pages are drawn in this process, which is quicker."""

    def __enter__(self) -> None:
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(copying, "run_apart", self._copied)

    def __exit__(self, *_: object) -> None:
        self.patch.undo()

    @staticmethod
    def _copied(task: str, data: bytes, *, name: str, limits: Limits) -> dict[str, object]:
        return copying.redact_here(data, name=name, limits=limits).packed()


def test_no_page_tells(looked: Looked):
    assert looked.walk.found == []
    assert looked.walk.looked > 450
    assert looked.faults == []


def test_no_table_no_file_no_line_and_no_backup_tells(looked: Looked):
    assert looked.rest.found == []
    assert looked.covered == 1
    assert looked.refused == 1


def test_a_search_for_the_name_finds_nothing(looked: Looked):
    assert set(looked.hits.values()) == {0}


def test_the_one_lawful_answer_shows_it(looked: Looked):
    assert Needles(NAME).in_bytes(looked.lawful)


def _excel() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<si><t>{NAME}</t></si>")
    return out.getvalue()


@pytest.mark.parametrize(
    "leak",
    [
        b"KHUAT_THI_QUYNH_GIAO.pdf",
        "Khuất\xa0Thị Quỳnh  Giao".encode(),
        unicodedata.normalize("NFD", NAME).encode(),
        b"kh&#7845;t khu&#7845;t th&#7883; qu&#7923;nh giao",
        "".join(f"\\u{ord(letter):04x}" for letter in NAME).encode(),
        quote(NAME).encode(),
        "<b>Quỳnh</b> Giao".encode(),
        b"+84 987.651.243",
        NAME.encode("utf-16-le"),
        b"x" + base64.b64encode(b"12" + NAME.encode() + b"345"),
        gzip.compress(NAME.encode()),
        _excel(),
        b"%PDF-1.7 stream\n" + zlib.compress(b"(KHUAT THI QUYNH GIAO)"),
    ],
    ids=range(13),
)
def test_the_guard_sees_the_name_however_it_is_written(leak: bytes):
    assert Needles(*WORDS).in_bytes(leak)


@pytest.mark.parametrize(
    "fine", ["Khuất Thị Hoa, 0987 651 244", "quỳnh anh, giao thông", "", "<p>Giao cho ông Quỳnh</p>"]
)
def test_the_guard_sees_nothing_in_what_is_no_name(fine: str):
    assert not Needles(*WORDS).in_bytes(fine.encode())


def test_the_guard_sees_a_leak_in_a_row_a_file_the_log_and_on_a_page(ward, client, sign_in, tmp_path):
    watch = Watch(Needles(*WORDS))
    clerk = petition_clerk(ward)
    one = received(ward.viewer(clerk), "denunciation", text="việc")
    watch.tables()
    assert watch.found == []
    Petition.objects.filter(pk=one.pk).update(text=f"theo {NAME}")
    watch.tables()
    (tmp_path / f"{NAME}.txt").write_bytes(b"")
    watch.folder(tmp_path)
    with logged(watch):
        logging.getLogger("chuan").warning("quynh giao")
    route = next(one for one in routes() if one.name == "petitions:one")
    look_at(watch, sign_in(client, clerk), "clerk", route, f"/don-thu/{one.uid}/", send=False)
    assert watch.found == [
        "table petitions_petition",
        f"{NAME}.txt",
        "log chuan",
        "get petitions:one as clerk",
    ]
