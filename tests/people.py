"""The people in the tests: invented, each with a post and a role, in the reference ward of 2021."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password

from chuan.people.models import Account, Appointment, Official, Post, RoleGrant, Unit, UnitCode
from chuan.people.roles import Role
from chuan.people.viewer import Viewer, viewer_of

VN = ZoneInfo("Asia/Ho_Chi_Minh")
PASSWORD = "mat-khau-thu-nghiem-2021"
START = date(2020, 1, 1)
PAPER = "Quyết định phân công thử nghiệm"


def at(year: int, month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    """A moment on the office's clock."""
    return datetime(year, month, day, hour, minute, tzinfo=VN)


@dataclass(frozen=True)
class Ward:
    """A ward with everybody in it."""

    unit: Unit
    chairman: Official
    clerk: Official
    one_stop: Official
    secretary: Official
    auditor: Official
    specialist: Official
    administrator: Official

    def viewer(self, official: Official, on: date = date(2021, 10, 5)) -> Viewer:
        """The official as a viewer on a day."""
        assert official.account is not None
        found = viewer_of(official.account, on=on)
        assert found is not None
        return found


CAST = {
    "chairman": ("Người Ký", "Chủ tịch", "chu-tich", Role.CHAIRMAN),
    "clerk": ("Trần Thị Văn Phòng", "Văn phòng – thống kê", "van-phong", Role.OFFICE_CLERK),
    "one_stop": ("Lê Văn Một Cửa", "Tư pháp – hộ tịch", "tu-phap", Role.ONE_STOP_CLERK),
    "secretary": ("Phạm Thư Ký", "Thư ký ISO", "thu-ky-iso", Role.ISO_SECRETARY),
    "auditor": ("Đỗ Đánh Giá", "Đánh giá viên nội bộ", "danh-gia", Role.AUDITOR),
    "specialist": ("Vũ Thị Văn Hóa", "Văn hóa – xã hội", "van-hoa", Role.SPECIALIST),
    "administrator": ("Hồ Quản Trị", "Quản trị", "quan-tri", Role.ADMINISTRATOR),
}


def make_ward(name: str = "Bắc Hồng", code: str = "18115", prefix: str = "") -> Ward:
    """A ward of invented officials, all with accounts and the same test password."""
    unit = Unit.objects.create(
        kind=Unit.Kind.WARD, name=name, place=name, valid_from=date(2010, 1, 1), example=True
    )
    UnitCode.objects.create(unit=unit, scheme="gso", code=code, valid_from=date(2010, 1, 1))
    password = make_password(PASSWORD)
    accounts = Account.objects.bulk_create(
        [Account(username=f"{prefix}{key}", password=password) for key in CAST]
    )
    officials = Official.objects.bulk_create(
        Official(unit=unit, name=person, account=account, example=True)
        for account, (person, *_) in zip(accounts, CAST.values(), strict=True)
    )
    posts = Post.objects.bulk_create(
        [Post(unit=unit, code=code, title=title) for _, title, code, _ in CAST.values()]
    )
    Appointment.objects.bulk_create(
        Appointment(official=official, post=post, valid_from=START, citation=PAPER)
        for official, post in zip(officials, posts, strict=True)
    )
    RoleGrant.objects.bulk_create(
        RoleGrant(official=official, unit=unit, role=role, valid_from=START, citation=PAPER)
        for official, (*_, role) in zip(officials, CAST.values(), strict=True)
    )
    return Ward(unit=unit, **dict(zip(CAST, officials, strict=True)))
