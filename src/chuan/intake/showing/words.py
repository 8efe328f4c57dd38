"""Words of registers, fields and statuses as the pages of intake say them."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.intake.models import Import
from chuan.offers.fields import Field
from chuan.offers.registers import followed
from chuan.rules.types import Period
from chuan.ui import formatters, words

Status = Import.Status


class Sign(NamedTuple):
    """How a status is drawn: a shape of the house (``ui.words``) and the words beside it."""

    shape: str
    said: str | Promise


SIGNS: dict[str, Sign] = {
    Status.READING: Sign("running", _("Đang đọc")),
    Status.REFUSED: Sign("not-met", _("Không nhận được")),
    Status.UNMAPPED: Sign("due-soon", _("Chờ ghép cột")),
    Status.PREVIEWED: Sign("due-soon", _("Chờ xác nhận")),
    Status.COMMITTING: Sign("running", _("Đang nhập")),
    Status.COMMITTED: Sign("met", _("Đã nhập")),
    Status.WITHDRAWN: Sign("unmeasured", _("Đã rút")),
    Status.DISCARDED: Sign("unmeasured", _("Đã bỏ")),
}


def title_of(register: str) -> str:
    """The register's title; its key where no room follows it (any more); "" for none yet."""
    return next((one.title for one in followed() if one.key == register), register)


def fields_of(register: str) -> dict[str, Field]:
    """The register's fields by name; empty where no room follows it."""
    found = next((one for one in followed() if one.key == register), None)
    return {field.name: field for field in found.fields} if found else {}


def period_said(period: Period | None) -> str:
    """ "tháng 9 năm 2021", "từ 01/01 đến 05/10/2021", or "" where nobody has said."""
    return words.period(period, with_year=True) if period else ""


def days_said(period: Period) -> str:
    """ "từ 01/01 đến 30/09/2021": both days are named."""
    return formatters.span_of_days(period.start, period.end)


def last_day(period: Period) -> str:
    """The last day that the period holds."""
    return formatters.day(period.end - timedelta(days=1))
