"""Drafts that begin full: the usual bases, text and recipients of each kind a ward writes most.

Only what is the same in every ward is written; what the drafter must decide stands as "…".
Source of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục III (mẫu 1.2 to 1.11), in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from chuan.documents.outgoing.heads import MARK, place_of, signers_of
from chuan.paper.contents import Content, body_from_text
from chuan.paper.papers import Signer
from chuan.people.models import Unit

KINDS = ("QĐ", "CV", "TB", "KH", "BC", "TTr", "BB", "GM")
"""The kinds offered first, in this order; any of the 29 may be drafted."""

_LAW = (
    (date(2025, 7, 1), "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
    (date(2016, 1, 1), "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"),
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a kind begins with; {ward} is "phường Bắc Hồng"."""

    body: str
    recipients: tuple[str, ...]
    to: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    lawful: bool = False
    """Whether the law that the committee stands on is its first basis."""


_NAMED = {
    "QĐ": Beginning(
        body=(
            "Điều 1. …\n"
            "Điều 2. …\n"
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"
            "Văn phòng Ủy ban nhân dân {ward} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành "
            "Quyết định này."
        ),
        bases=("Theo đề nghị của công chức Văn phòng",),
        recipients=("Như Điều 3", "Chủ tịch, các Phó Chủ tịch UBND {ward}", "Lưu: VT"),
        lawful=True,
    ),
    "CV": Beginning(body="…", to=("…",), recipients=("Như trên", "Lưu: VT")),
    "TB": Beginning(
        body="Ủy ban nhân dân {ward} thông báo như sau:\n1. …\n2. …",
        recipients=("…", "Lưu: VT"),
    ),
    "KH": Beginning(
        body=(
            "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n…\n2. Yêu cầu\n…\nII. NỘI DUNG\n…\n"
            "III. TỔ CHỨC THỰC HIỆN\n1. Kinh phí\n…\n2. Phân công trách nhiệm\n…"
        ),
        recipients=("Chủ tịch, các Phó Chủ tịch UBND {ward}", "Các bộ phận chuyên môn", "Lưu: VT"),
    ),
    "BC": Beginning(
        body="I. KẾT QUẢ THỰC HIỆN\n1. …\nII. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN\n1. …\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. …",
        recipients=("…", "Chủ tịch, các Phó Chủ tịch UBND {ward}", "Lưu: VT"),
    ),
    "TTr": Beginning(
        body="…\nỦy ban nhân dân {ward} kính trình … xem xét, quyết định.",
        to=("…",),
        recipients=("Như trên", "Lưu: VT"),
    ),
    "BB": Beginning(
        body=(
            "Thời gian bắt đầu: … giờ …, ngày … tháng … năm …\nĐịa điểm: …\nThành phần tham dự: …\n"
            "Chủ trì: …\nThư ký: …\nNội dung:\n1. …\nCuộc họp kết thúc vào … giờ … cùng ngày."
        ),
        recipients=("…", "Lưu: VT"),
    ),
    "GM": Beginning(
        body=(
            "Ủy ban nhân dân {ward} trân trọng kính mời … tới dự …\n1. Thời gian: …\n2. Địa điểm: …\n"
            "3. Chủ trì: …\n4. Nội dung: …"
        ),
        recipients=("Như trên", "Lưu: VT"),
    ),
}

_OTHER = Beginning(body="…", recipients=("…", "Lưu: VT"))


def beginning_of(kind: str, unit: Unit, on: date) -> Content:
    """A draft of the kind as the unit would begin it on the day, signed by the Chairman of the day."""
    given = _NAMED.get(kind, _OTHER)
    ward = f"{unit.get_kind_display().lower()} {unit.name}"
    content = Content(
        kind=kind,
        bases=(*(_lawful(on) if given.lawful else ()), *given.bases),
        to=given.to,
        body=body_from_text(given.body.format(ward=ward)),
        recipients=tuple(line.format(ward=ward) for line in given.recipients),
        signer=signer_of_day(unit, on),
        second_signer=Signer((), "THƯ KÝ", "") if kind == "BB" else None,
        authority=f"Ủy ban nhân dân {ward}" if kind == "QĐ" else "",
    )
    return marked(content, unit)


def marked(content: Content, unit: Unit) -> Content:
    """An example unit's papers say so on every page."""
    return replace(content, mark=MARK if unit.example else "")


def signer_of_day(unit: Unit, on: date) -> Signer:
    """How the Chairman signs on the day; nobody's name where there is none."""
    found = signers_of(unit, on)
    return found[0].signer if found else Signer((), "CHỦ TỊCH", "")


def place_words(unit: Unit) -> str:
    """The place, for the page that shows what begins full."""
    return place_of(unit)


def _lawful(on: date) -> tuple[str, ...]:
    """The act that the People's Committee stands on, of the day (second entry: Luật 77/2015/QH13)."""
    return next(((line,) for since, line in _LAW if since <= on), ())
