"""Backups: there, young, read through, and not only on the disk whose end they are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine, look
from chuan.upkeep import backups, places
from chuan.upkeep.backups import Kept

TOO_OLD = timedelta(days=3)


def examine(looking: Looking) -> Iterator[Finding]:
    """The newest archive of the folder, what failed last, and where a copy lies."""
    page = "upkeep:system"
    newest = backups.latest()
    found: list[Finding] = []
    if newest is None:
        found.append(
            look(_("Chưa có bản sao lưu nào."), _("Bấm Sao lưu ngay ở trang Hệ thống, hoặc chạy “chuan backup”."),
                 address=page)
        )  # fmt: skip
    else:
        found += [*_age(newest, looking, page), *_soundness(newest)]
    if failed := backups.last_failure():
        found.append(broken(_("Lần sao lưu gần nhất không thành. %s") % failed.refusal, address=page))
    yield from found
    if newest is not None and not found:
        yield fine(
            _("Bản sao lưu gần nhất làm %(hours)d giờ trước, đã đọc lại và khớp.")
            % {"hours": _hours(newest, looking)}
        )


def _age(newest: Kept, looking: Looking, page: str) -> Iterator[Finding]:
    age = newest.age(looking.at)
    if age <= backups.LATE:
        return
    grade = broken if age > TOO_OLD else look
    yield grade(
        _("Bản sao lưu gần nhất đã %d giờ tuổi.") % _hours(newest, looking),
        _("Bấm Sao lưu ngay; để máy chạy qua giờ sao lưu hằng ngày (CHUAN_BACKUPS_AT)."),
        address=page,
    )


def _soundness(newest: Kept) -> Iterator[Finding]:
    if newest.unwell:
        yield broken(
            _("%d tệp đã mất hoặc hỏng từ trước khi sao lưu.") % newest.unwell,
            _("Tìm bản sao lưu cũ hơn còn đủ tệp và giữ nó lại; xem phần Tệp đã nhận."),
        )
    if newest.verified_at is None:
        yield look(
            _("Bản sao lưu gần nhất chưa được đọc lại ở máy này."),
            _("Bấm Sao lưu ngay để có một bản đã đọc lại."),
        )


def elsewhere(looking: Looking) -> Iterator[Finding]:
    """Whether a copy lies where the end of the data's disk does not end it."""
    if missing := backups.second_missing():
        yield look(
            _("Không có bản ở nơi thứ hai. %s") % missing,
            _("Cắm lại đĩa, kiểm đường dẫn rồi bấm Sao lưu ngay."),
        )
    elif places.second() is None and _same_disk(places.folder(), Path(settings.DATA_DIR)):
        yield look(
            _("Bản sao lưu nằm cùng đĩa với dữ liệu: đĩa hỏng là mất cả hai."),
            _("Đặt CHUAN_BACKUPS_SECOND trỏ tới đĩa khác (ổ cắm ngoài, thư mục chung) rồi chạy lại."),
        )
    else:
        yield fine(_("Bản sao lưu không chỉ nằm trên đĩa của dữ liệu."))


def _same_disk(one: Path, other: Path) -> bool:
    """Whether both lie on one disk; of a folder not made yet, where it will be made."""
    there = next((place for place in (one, *one.parents) if place.exists()), one)
    try:
        return there.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _hours(newest: Kept, looking: Looking) -> int:
    return int(newest.age(looking.at).total_seconds() // 3600)
