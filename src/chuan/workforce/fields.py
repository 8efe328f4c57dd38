"""What the registers of tools used accept from files: an account, a month, a number. No subject, no correspondent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.offers.fields import Field, FieldKind, Register
from chuan.people.roles import Role

_LONGEST_COUNT = 6
"""Digits of a month's count."""
MAIL, SIGN_INS = "mail_use", "sign_ins"
OWN = "Chuẩn"
"""The name by which a rule of the shared systems means Chuẩn itself: counted here, never from a file."""
_MONTH = Field("month", FieldKind.MONTH, "Tháng", synonyms=("thang nam", "ky", "thang bao cao", "ky bao cao"))
_HOLDER = Field(
    "holder",
    FieldKind.TEXT,
    "Họ và tên",
    synonyms=("ho ten", "ten nguoi dung", "ten can bo", "can bo", "can bo cong chuc", "ten hien thi"),
)


class _Uses:
    """What the two share: a row is an account in a month."""

    code_field = "account"
    period_field = "month"
    month_field = "month"
    per_period = False
    counted: str
    readers = frozenset(
        role.value
        for role in (
            Role.OFFICE_CLERK, Role.ADMINISTRATOR, Role.PERSONNEL_CLERK, Role.CHAIRMAN, Role.VICE_CHAIRMAN,
        )
    )  # fmt: skip
    """Who takes the files in, and who sees how often an account was used: nobody else's colleague's matter."""

    def code_of(self, values: Mapping[str, str]) -> str:
        """The account in lower case, and the month: one row for each month of each account."""
        return f"{account_of(values)} {values.get('month', '')}".strip()

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """More than anybody does in a month: most likely another column (bytes, a telephone number)."""
        if len(values.get(self.counted, "")) > _LONGEST_COUNT:
            return [
                (self.counted, "Số lượt một tháng lớn bất thường. Kiểm tra cột này có đúng là số lượt không.")
            ]
        return []

    def due_field_changes(self) -> tuple[str, ...]:
        """Nothing here has a due day."""
        return ()


class MailUse(_Uses):
    """One row a mailbox and month: how many mails it sent, reduced from a log or given by the server's summary."""

    key = MAIL
    title = "Số thư công vụ đã gửi"
    counted = "sent"
    fields: tuple[Field, ...] = (
        Field(
            "account",
            FieldKind.TEXT,
            "Hộp thư",
            required=True,
            synonyms=(
                "email",
                "thu dien tu",
                "dia chi thu",
                "dia chi email",
                "tai khoan thu",
                "ten hop thu",
                "account",
            ),
        ),
        _HOLDER,
        _MONTH,
        Field(
            "sent",
            FieldKind.COUNT,
            "Số thư đã gửi",
            required=True,
            synonyms=(
                "so thu gui",
                "thu da gui",
                "thu gui di",
                "so email gui",
                "so luong thu gui",
                "sent",
                "so luot vao hop thu",
            ),
        ),
    )


class SignIns(_Uses):
    """One row an account and month of one shared system: how often its holder signed in."""

    key = SIGN_INS
    title = "Lượt đăng nhập phần mềm dùng chung"
    counted = "count"
    fields: tuple[Field, ...] = (
        Field(
            "account",
            FieldKind.TEXT,
            "Tài khoản",
            required=True,
            synonyms=(
                "ten dang nhap",
                "tai khoan dang nhap",
                "ten tai khoan",
                "ma nguoi dung",
                "user",
                "username",
            ),
        ),
        _HOLDER,
        _MONTH,
        Field(
            "count",
            FieldKind.COUNT,
            "Số lượt đăng nhập",
            required=True,
            synonyms=(
                "so lan dang nhap",
                "luot dang nhap",
                "so luot truy cap",
                "luot truy cap",
                "tan suat dang nhap",
            ),
        ),
    )


REGISTERS: tuple[Register, ...] = (MailUse(), SignIns())
COUNTED = {MAIL: "sent", SIGN_INS: "count"}


def account_of(values: Mapping[str, str]) -> str:
    """The account as one spelling: lower case, single spaces."""
    return " ".join(values.get("account", "").lower().split())[:108]
