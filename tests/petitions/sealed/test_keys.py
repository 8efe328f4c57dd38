"""Keys turn over without anything being opened; what losing one means is said by the doctor."""

from __future__ import annotations

import pytest
from django.conf import settings as set_up
from django.utils import timezone

from chuan.cli import main
from chuan.files.keyrings import FileKeyRing
from chuan.files.sealing import Sealer
from chuan.offers.examinations import Looking
from chuan.petitions import keyed
from chuan.petitions.actions.sealing import identities, keys
from chuan.petitions.models import SealedIdentity, SealedLetter
from chuan.petitions.refusals_sealed import KeyInUse
from chuan.petitions.sealed.keys import examine, in_use
from chuan.trail.models import Entry
from tests.petitions.made import now
from tests.petitions.sealed.made import WHO, opened, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ring() -> FileKeyRing:
    return FileKeyRing(set_up.SEAL_KEYS)


@pytest.fixture
def one(ward, clerk, ring):
    petition = sealed(ward, clerk)
    sealer = Sealer(ring, name="don.pdf")
    sealer.feed(b"%PDF-1.7 don")
    identities.seal_letter(sealer.finish(), petition, by=ward.viewer(clerk), at=now())
    return petition


def told() -> list[str]:
    at = timezone.now()
    return [
        f"{found.grade.value}: {found.sentence}" for found in examine(Looking(at, timezone.localdate(at)))
    ]


def test_a_key_turns_over_and_the_old_one_can_go(ward, clerk, one, ring):
    old = ring.names()[0]
    new = keys.rotate(ring, at=now())
    assert in_use() == {old: 2}
    with pytest.raises(KeyInUse):
        keys.retire(ring, old, at=now())
    before = bytes(SealedIdentity.objects.get().ciphertext)
    assert keys.rewrap(ring, at=now()) == 2
    assert bytes(SealedIdentity.objects.get().ciphertext) == before
    assert in_use() == {new: 2}
    with pytest.raises(KeyInUse):
        keys.retire(ring, new, at=now())
    keys.retire(ring, old, at=now())
    assert ring.names() == [new]
    assert ring.path.stat().st_mode & 0o77 == 0
    assert opened(ward, clerk, one).identity == WHO
    assert opened(ward, clerk, one, letter=SealedLetter.objects.get()).letter == b"%PDF-1.7 don"
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"seal_keys.rotate", "seal_keys.rewrap", "seal_keys.retire"} <= verbs


def test_the_doctor_says_what_a_lost_key_costs(one, ring):
    assert told() == ["fine: 2 mục đang niêm phong, khóa đủ."]
    lines = ring.path.read_text("ascii")
    ring.path.write_text("")
    assert told() == ["broken: 2 mục niêm phong không mở được vì máy này thiếu khóa."]
    name = lines.split()[0]
    ring.path.write_text(f"{name} {'A' * 43}=\n")
    assert "broken: 1 danh tính niêm phong không khớp khóa đang giữ." in told()
    ring.path.write_text(lines)
    keyed.path().unlink()
    assert "look: Khóa đối chiếu đã đổi: 1 tố cáo không còn được chặn gõ tên." in told()


def test_the_command_lists_and_checks(one, ring, capsys):
    assert main(["seal-keys", "list"]) == 0
    assert f"{ring.names()[0]}: đang dùng, 2 mục" in capsys.readouterr().out
    assert main(["seal-keys", "check"]) == 0
    assert main(["seal-keys", "rotate"]) == 0
    assert main(["seal-keys", "rewrap"]) == 0
    assert "Đã bọc lại 2 mục" in capsys.readouterr().out
    assert main(["seal-keys", "retire", "k9-none"]) == 2
