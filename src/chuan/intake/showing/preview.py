"""What a looked-at file would change, and what a file taken in has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from chuan.intake.models import Import
from chuan.intake.opening import register_named
from chuan.intake.previews import Preview, SeenChange, nothing_changes, preview_of
from chuan.intake.reading import Drop, Fault, Skip
from chuan.intake.showing.cells import label, shown
from chuan.intake.showing.words import fields_of, period_said, title_of
from chuan.offers.fields import Field, withheld_words
from chuan.ui.formatters import moment, number
from chuan.ui.parts import Fact

SHOWN = {"new": 10, "changed": 50, "gone": 60, "unreadable": 50, "skipped": 50}
"""How many lines of each kind stand on the page; the rest is counted, faults are in the file to download."""

_SKIPS: dict[str, str | Promise] = {
    Skip.NUMBERING: _later("số thứ tự cột"),
    Skip.HEADER_AGAIN: _later("tiêu đề lặp lại"),
    Skip.GROUP: _later("dòng nhóm"),
    Skip.TOTAL: _later("dòng cộng"),
    Skip.NOTE: _later("ghi chú"),
    Skip.TWICE: _later("trùng hẳn một dòng trước"),
}
_DROPS: dict[str, str | Promise] = {
    Drop.UNMAPPED: _later("không ghép vào mục nào"),
    Drop.PERSONAL: _later("dữ liệu cá nhân, chưa nêu mục đích"),
    Drop.NEVER: _later("không được lưu ở sổ này, đã bỏ khỏi tệp"),
}


@dataclass(frozen=True)
class Count:
    """One figure of the preview and where its rows stand on the page."""

    label: str
    n: int
    anchor: str = ""
    late: bool = False


@dataclass(frozen=True)
class Change:
    """One field, before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedLine:
    """One changed row."""

    code: str
    place: str
    fields: tuple[Change, ...]
    late: bool


@dataclass(frozen=True)
class NewLine:
    """One new row, its values in the order of the columns shown."""

    place: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """A column not stored or a row passed over, and why."""

    text: str
    why: str
    place: str = ""


@dataclass(frozen=True)
class PreviewPage:
    """The page of a file that was looked at. ``…_all`` count what the lists show the first lines of."""

    counts: tuple[Count, ...]
    facts: tuple[Fact, ...]
    nothing: bool = False
    doubts: tuple[str, ...] = ()
    must_confirm: tuple[str, ...] = ()
    unknown: str = ""
    stated: bool = False
    changed: tuple[ChangedLine, ...] = ()
    changed_all: int = 0
    late_all: int = 0
    new_columns: tuple[str, ...] = ()
    new: tuple[NewLine, ...] = ()
    new_all: int = 0
    gone: tuple[str, ...] = ()
    gone_all: int = 0
    faults: tuple[Fault, ...] = ()
    faults_all: int = 0
    dropped: tuple[LeftOut, ...] = ()
    skipped: tuple[LeftOut, ...] = ()
    skipped_all: int = 0
    promise: str = ""
    button: str = ""
    links: tuple[Fact, ...] = field(default=())


def page_of(imported: Import) -> PreviewPage:
    """The page of a file that waits for a person."""
    seen = preview_of(imported)
    page = _lists(imported, seen)
    nothing = nothing_changes(imported)
    return replace(
        page,
        facts=_read_from(imported, seen),
        nothing=nothing,
        doubts=tuple(one.sentence for one in seen.doubts),
        must_confirm=seen.must_confirm,
        unknown=_unknown(seen, fields_of(imported.register)),
        stated=seen.stated is not None,
        promise=_promise(imported, nothing),
        button=_button(imported, nothing),
    )


def brought(imported: Import) -> PreviewPage:
    """The page of a file that was taken in, or taken in once."""
    seen = preview_of(imported)
    return replace(_lists(imported, seen), facts=(*_taken_in(imported), *_read_from(imported, seen)))


def _lists(imported: Import, seen: Preview) -> PreviewPage:
    fields = fields_of(imported.register)
    columns = [one for one in fields.values() if any(row.values.get(one.name) for row in seen.new)]
    return PreviewPage(
        counts=_counts(imported, seen),
        facts=(),
        changed=tuple(_changed(one, fields) for one in seen.changed[: SHOWN["changed"]]),
        changed_all=imported.rows_changed,
        late_all=imported.rows_after_due,
        new_columns=tuple(one.label for one in columns),
        new=tuple(
            NewLine(row.place, tuple(shown(one, row.values.get(one.name, "")) for one in columns))
            for row in seen.new[: SHOWN["new"]]
        ),
        new_all=imported.rows_new,
        gone=seen.gone[: SHOWN["gone"]],
        gone_all=imported.rows_gone,
        faults=seen.unreadable[: SHOWN["unreadable"]],
        faults_all=imported.rows_unreadable,
        dropped=tuple(LeftOut(one.text, str(_DROPS.get(one.why, one.why))) for one in seen.dropped),
        skipped=tuple(
            LeftOut(one.text, str(_SKIPS.get(one.why, one.why)), one.place)
            for one in seen.skipped[: SHOWN["skipped"]]
        ),
        skipped_all=seen.skipped_count,
    )


def _counts(imported: Import, seen: Preview) -> tuple[Count, ...]:
    """Each figure leads to its rows where they stand on the page."""
    changed = "thay-doi" if seen.changed else ""
    return (
        Count(_("đã thay đổi sau hạn"), imported.rows_after_due, changed, late=True),
        Count(_("thay đổi"), imported.rows_changed, changed),
        Count(_("mới"), imported.rows_new, "dong-moi" if seen.new else ""),
        Count(_("không đổi"), imported.rows_same),
        Count(_("không còn trong tệp"), imported.rows_gone, "khong-con" if seen.gone else ""),
        Count(_("không đọc được"), imported.rows_unreadable, "khong-doc-duoc" if seen.unreadable else ""),
        *((Count(_words_withheld(imported)[1], seen.withheld),) if seen.withheld else ()),
    )


def _changed(row: SeenChange, fields: Mapping[str, Field]) -> ChangedLine:
    changes = tuple(
        Change(
            label(fields, one.field),
            shown(fields.get(one.field), one.before),
            shown(fields.get(one.field), one.after),
        )
        for one in sorted(row.fields, key=lambda one: not one.after_due)
    )
    return ChangedLine(row.code, row.place, changes, row.after_due)


def _read_from(imported: Import, seen: Preview) -> tuple[Fact, ...]:
    """What the file says of itself."""
    period = period_said(imported.covers) or _("chưa rõ")
    return _filled(
        Fact(_("Sổ"), title_of(imported.register)),
        Fact(_("Nguồn"), imported.source or seen.source),
        Fact(_("Cách ghép"), seen.layout, "" if seen.known else _("khuôn mới")),
        Fact(_("Bảng"), seen.table),
        Fact(_("Đơn vị"), seen.unit, seen.unit_place and _("ô %s") % seen.unit_place),
        Fact(_("Kỳ"), period, _("ghi trong tệp") if seen.stated else ""),
        Fact(_("Bộ lọc"), seen.filter),
        Fact(_("Bảng mã"), seen.old_letters.upper(), _("đã chuyển sang Unicode, xem kỹ các dòng dưới")),
        Fact(_("Số dòng"), number(seen.rows)),
        _withheld(imported, seen) if seen.withheld else Fact("", ""),
    )


def _withheld(imported: Import, seen: Preview) -> Fact:
    heading, after, became = _words_withheld(imported)
    return Fact(heading, _("%(n)s dòng %(what)s") % {"n": number(seen.withheld), "what": after}, became)


def _words_withheld(imported: Import) -> tuple[str, str, str]:
    heading, after, became = withheld_words(register_named(imported.register))
    secret = _("Số và trích yếu không được lưu; tệp gốc đã xóa khỏi máy chủ, chỉ còn các dòng khác.")
    return heading or _("Dòng mật"), after or _("mật không nhận"), became or secret


def _taken_in(imported: Import) -> tuple[Fact, ...]:
    """Who took it in and when, what became of rows gone, where the rows are now."""
    who = imported.committed_by.name if imported.committed_by else _("hệ thống")
    kept = {True: _("giữ lại, vẫn đếm"), False: _("bỏ ra khỏi số đếm")}
    gone = kept.get(imported.keep_gone, "") if imported.rows_gone and imported.keep_gone is not None else ""
    return _filled(
        Fact(_("Người nhập"), who, moment(imported.committed_at)),
        Fact(_("Dòng không còn"), gone),
        *_links(imported),
    )


def _unknown(seen: Preview, fields: Mapping[str, Field]) -> str:
    """The words nobody has explained yet, with what to do; "" when there are none."""
    words = [f"“{one.word}” ({label(fields, one.field)})" for one in seen.words[:5]]
    if not words:
        return ""
    more = _(" và %s chữ nữa") % (len(seen.words) - 5) if len(seen.words) > 5 else ""
    said = _("Có chữ Chuẩn chưa biết: %s. Các dòng ấy chưa đọc được. Bấm Ghép lại cột để nói mỗi chữ là gì.")
    return said % f"{', '.join(words)}{more}"


def _links(imported: Import) -> Sequence[Fact]:
    """Where the rows are shown; nothing while no room shows them."""
    address = _ROOMS.get(imported.register)
    if address is None:
        return ()
    try:
        return (Fact(_("Xem"), str(_ROWS.get(imported.register, _("các hồ sơ"))), url=reverse(address)),)
    except NoReverseMatch:
        return ()


_ROWS: dict[str, str | Promise] = {
    "documents_out": _later("các văn bản"),
    "documents_in": _later("các văn bản"),
    "documents_handling": _later("các văn bản"),
}
_ROOMS = {
    "dossiers": "dossiers:list",
    "documents_out": "documents:watch",
    "documents_in": "documents:watch",
    "documents_handling": "documents:watch",
}
"""The page that shows a register's rows, by name: rooms stand above this one."""


def _promise(imported: Import, nothing: bool) -> str:
    if nothing:
        return _("Nhập chỉ ghi nhận tệp này nói về những ngày nào.")
    return _("Chưa ghi gì. Nhập xong vẫn rút lại được cả tệp.")


def _button(imported: Import, nothing: bool) -> str:
    rows = imported.rows_new + imported.rows_changed
    if nothing or not rows:
        return _("Ghi nhận tệp này")
    return _("Nhập %s dòng") % number(rows)


def _filled(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(one for one in facts if one.value)
