"""``chuan init``: a real unit with its Chairman, no example, no default password, once."""

from __future__ import annotations

import argparse
import io
from datetime import date

import pytest

from chuan.people import founding, refusals, refusals_units
from chuan.people.models import Account, Official, RoleGrant, Unit, UnitCode
from chuan.people.roles import Role
from chuan.rules.refusals import DateUnreadable
from chuan.trail.models import Detail, Entry
from chuan.trail.verify import verify_all
from tests.examine import open_page
from tests.people import Ward

pytestmark = pytest.mark.django_db

GIVEN = {
    "kind": "ward",
    "name": "Bắc Hồng Lĩnh",
    "code": "18115",
    "since": date(2025, 7, 1),
    "chairman": "Nguyễn Văn Chủ Tịch",
    "username": "chu.tich",
    "citation": "Nghị quyết 01/NQ-HĐND ngày 01/07/2025",
}
TYPED = {name: "01/07/2025" if name == "since" else value for name, value in GIVEN.items()}


@pytest.fixture
def found(now):
    return lambda **given: founding.found_unit(**GIVEN | {"at": now} | given)


def test_it_makes_the_unit_its_code_and_the_chairman_who_holds_the_role(found, today):
    founded = found()
    assert (founded.unit.committee, founded.unit.valid_from) == (
        "UBND phường Bắc Hồng Lĩnh",
        date(2025, 7, 1),
    )
    assert founded.unit.codes.get().code == "18115"
    grant = RoleGrant.objects.get()
    assert (grant.official, grant.role, grant.valid_from) == (founded.chairman, Role.CHAIRMAN, today)
    assert founded.chairman.appointments.get().post.title == "Chủ tịch"


def test_nothing_in_it_is_an_example(found):
    founded = found()
    assert not founded.unit.example
    assert not founded.chairman.example
    assert not Unit.objects.filter(example=True).exists()
    assert (Official.objects.count(), Account.objects.count()) == (1, 1)


def test_without_a_password_one_is_made_that_must_be_changed(found):
    founded = found()
    account = Account.objects.get()
    assert account.check_password(founded.password)
    assert account.must_change_password


def test_a_password_typed_by_the_chairman_stays_his(found):
    founded = found(password="mùa gặt năm nay đến sớm")
    assert founded.password is None
    assert Account.objects.get().check_password("mùa gặt năm nay đến sớm")
    assert not Account.objects.get().must_change_password


def test_a_weak_password_is_refused_and_nothing_is_made(found):
    with pytest.raises(refusals.PasswordWeak, match="có 6 ký tự, cần ít nhất 12"):
        found(password="123456")
    assert not Unit.objects.exists()


def test_it_is_the_first_line_of_the_unit_s_chain_and_holds_no_secret(found):
    founded = found()
    entry = Entry.objects.get()
    assert (entry.seq, entry.verb, entry.actor, entry.subject_uid) == (
        1,
        "found_unit",
        "system",
        founded.unit.uid,
    )
    body = Detail.objects.get().body
    assert founded.password not in body
    assert GIVEN["chairman"] not in body
    assert all(verdict.ok for verdict in verify_all())


def test_a_second_unit_is_refused_by_name(found, ward: Ward):
    with pytest.raises(refusals.UnitExists, match="đã có UBND phường Bắc Hồng"):
        found()
    assert Unit.objects.count() == 1


@pytest.mark.parametrize(
    ("word", "kind"),
    [("ward", "ward"), ("Phường", "ward"), ("xã", "commune"), ("XA", "commune"), ("đặc khu", "special_zone")],
)
def test_the_kind_is_taken_in_either_language(found, word, kind):
    assert found(kind=word).unit.kind == kind


def test_an_unknown_kind_is_refused_with_the_known_ones(found):
    with pytest.raises(refusals.UnitKindUnknown, match="Phường, Xã, Thị trấn, Đặc khu"):
        found(kind="huyện")


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"name": " "}, refusals.NameMissing),
        ({"chairman": ""}, refusals.NameMissing),
        ({"code": ""}, refusals.NameMissing),
        ({"citation": ""}, refusals.CitationMissing),
        ({"username": "Chủ tịch"}, refusals.UserNameUnusable),
    ],
)
def test_what_is_missing_is_refused_and_nothing_is_made(found, given, refusal):
    with pytest.raises(refusal):
        found(**given)
    assert not Unit.objects.exists()
    assert not Account.objects.exists()
    assert not Entry.objects.exists()


def test_the_chairman_signs_in_and_must_change_it_first(found, client):
    founded = found()
    page = open_page(client, "/dang-nhap/")
    assert (
        page.form("/dang-nhap/").send(client, login="chu.tich", password=founded.password)["Location"] == "/"
    )
    assert client.get("/can-bo/")["Location"] == "/doi-mat-khau/"


# The directory


def test_a_commune_of_the_directory_gets_its_province_and_what_it_came_from_by_name(found):
    unit = found().unit
    assert (unit.parent.kind, unit.parent.name) == ("province", "Hà Tĩnh")
    came_from = {one.predecessor.name for one in unit.inheritances.all()}
    assert came_from == {"Bắc Hồng", "Đức Thuận", "Trung Lương", "Xuân Lam"}
    assert "1665/NQ-UBTVQH15" in unit.inheritances.first().citation
    old = UnitCode.objects.named_on("gso", "18115", date(2025, 6, 30))
    assert (old.name, old.valid_to, old.officials.count()) == ("Bắc Hồng", date(2025, 7, 1), 0)
    assert UnitCode.objects.named_on("gso", "18115", date(2025, 7, 1)) == unit


def test_where_the_act_of_succession_is_not_known_none_is_invented(found):
    unit = found(code="00070", name="Hoàn Kiếm").unit
    assert unit.parent.name == "Hà Nội"
    assert not unit.inheritances.exists()


def test_a_code_that_names_another_ward_that_day_is_refused_with_the_right_one(found):
    with pytest.raises(
        refusals_units.CodeNamesAnother, match=r"Đơn vị đúng ngày đó: 18118 phường Nam Hồng Lĩnh"
    ):
        found(name="Nam Hồng Lĩnh")
    with pytest.raises(refusals_units.CodeNamesAnother, match=r"phường Đức Thuận.*trước 01/07/2025"):
        found(code="18124", name="Đức Thuận")
    assert not Unit.objects.exists()


def test_a_unit_that_the_directory_does_not_know_is_typed(found):
    founded = found(code="99999", name="Không Có Trong Danh Mục")
    assert founded.listed is None
    assert founded.unit.parent is None


# The command


class Keyboard(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def run():
    def run(**flags):
        return founding.found_from_terminal(argparse.Namespace(**dict.fromkeys(TYPED, "") | flags))

    return run


def test_with_every_flag_nothing_is_asked_and_the_password_is_said_once(run, capsys):
    assert run(**TYPED) == 0
    said = capsys.readouterr().out
    password = said.split("Mật khẩu dùng một lần: ")[1].split()[0]
    assert Account.objects.get().check_password(password)
    assert "Đã lập UBND phường Bắc Hồng Lĩnh." in said


def test_what_no_flag_gives_is_asked_at_the_keyboard(run, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Keyboard(f"{TYPED['name']}\n"))
    monkeypatch.setattr(founding.getpass, "getpass", lambda asked: "mùa gặt năm nay đến sớm")
    run(**TYPED | {"name": ""})
    assert Unit.objects.get(officials__isnull=False).name == "Bắc Hồng Lĩnh"
    assert "Mật khẩu dùng một lần" not in capsys.readouterr().out


def test_a_code_and_a_day_fill_kind_name_and_province(run, capsys):
    assert run(**TYPED | {"kind": "", "name": ""}) == 0
    said = capsys.readouterr().out
    assert "Đã lập UBND phường Bắc Hồng Lĩnh." in said
    assert "mã 18115, Tỉnh Hà Tĩnh" in said
    assert "Kế tục (ghi tên để tra cứu): phường Bắc Hồng," in said


def test_a_name_without_marks_fills_the_code(run):
    run(**TYPED | {"kind": "", "code": "", "name": "phuong bac hong linh"})
    assert Unit.objects.get(officials__isnull=False).codes.get().code == "18115"


def test_a_name_that_several_bear_is_refused_with_the_list(run):
    with pytest.raises(refusals_units.SeveralUnits, match=r"Có \d+ đơn vị tên “Tân Thành”: .*\(Tỉnh"):
        run(**TYPED | {"kind": "", "code": "", "name": "Tân Thành"})
    assert not Unit.objects.exists()


def test_a_unit_that_is_not_in_the_directory_is_taken_with_a_warning(run, capsys):
    run(**TYPED | {"code": "99999", "name": "Phường Lạ"})
    assert "Danh mục không có đơn vị này" in capsys.readouterr().err


def test_two_different_passwords_are_asked_for_again(run, monkeypatch, capsys):
    typed = iter(["mùa gặt năm nay đến sớm", "mùa gặt năm nay đến muộn", ""])
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr(founding.getpass, "getpass", lambda asked: next(typed))
    run(**TYPED)
    assert "Hai lần nhập chưa giống nhau." in capsys.readouterr().err
    assert Account.objects.get().must_change_password


def test_without_a_keyboard_what_is_missing_is_named(run):
    with pytest.raises(refusals.NameMissing, match="Chưa ghi Họ tên Chủ tịch"):
        run(**TYPED | {"chairman": ""})


def test_a_day_that_is_none_is_refused(run):
    with pytest.raises(DateUnreadable):
        run(**TYPED | {"since": "hôm qua"})


def test_where_a_unit_stands_nothing_is_asked(run, ward: Ward):
    with pytest.raises(refusals.UnitExists):
        run()
