"""The shape of what is typed for a handover: to whom, from when, by which paper; a choice for each thing held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from chuan.offers.handover import Passes
from chuan.people.actions.handing import Choice
from chuan.people.forms import HoldingForm
from chuan.people.handing import Item, key_of
from chuan.people.models import HandoverLine, Official
from chuan.ui.widgets import VietnameseDateField


class HandoverForm(forms.Form):
    """Receiver, day, document."""

    receiver = forms.ModelChoiceField(
        label=_("Người nhận"), queryset=Official.objects.none(), to_field_name="uid",
        empty_label=_("Chọn người nhận"),
        error_messages={"required": _("Chọn người nhận."), "invalid_choice": _("Chọn người nhận trong danh sách.")},
        help_text=_("Cán bộ của đơn vị có tài khoản đang dùng: người nhận tự xác nhận."),
    )  # fmt: skip
    on = VietnameseDateField(
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-2"}),
        label=_("Bàn giao từ ngày"),
        help_text=_("Ngày đầu tiên người nhận phụ trách, ví dụ 01/07/2025."),
    )
    citation = HoldingForm.base_fields["citation"]

    def __init__(self, *args: Any, receivers: Sequence[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Official]", self.fields["receiver"])
        field.queryset = Official.objects.filter(pk__in=[one.pk for one in receivers]).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing held on the form, as it was chosen or typed before."""

    item: Item
    asked: bool
    taken: bool
    reason: str
    refused: str = ""
    """Why it may not pass to the receiver that was chosen."""

    @property
    def words(self) -> Any:
        """Where there is nothing to choose: why."""
        if self.item.held.passes == Passes.WITH_POST:
            return _("theo chức danh")
        return _("không bàn giao") if self.item.held.passes == Passes.STAYS else _("Chủ tịch, Quản trị giao")


def rows_of(
    items: Iterable[Item],
    *,
    by_keeper: bool,
    posted: QueryDict | None,
    before: Mapping[str, HandoverLine],
    refused: Mapping[str, str],
) -> list[Row]:
    """The things held, ticked as they were posted, else as the list before had them, else all; and what was refused."""
    rows = [_row(one, by_keeper, posted, before.get(one.key)) for one in items]
    return [replace(row, refused=refused.get(row.item.key, "")) for row in rows]


def lines_by_key(lines: Iterable[HandoverLine]) -> dict[str, HandoverLine]:
    """The lines of a list by the key of their item."""
    return {key_of(one.holder, one.ref): one for one in lines}


def choices_of(posted: QueryDict) -> dict[str, Choice]:
    """What was said of each thing that the form showed."""
    taken = set(posted.getlist("muc"))
    return {key: Choice(key in taken, posted.get(f"ly-do:{key}", "")) for key in posted.getlist("co")}


def _row(item: Item, by_keeper: bool, posted: QueryDict | None, before: HandoverLine | None) -> Row:
    asked = item.choosable and (by_keeper or not item.held.keepers_only)
    if posted is not None:
        fresh = item.key not in posted.getlist("co")
        taken, reason = fresh or item.key in posted.getlist("muc"), posted.get(f"ly-do:{item.key}", "")
    else:
        taken, reason = (before.taken, before.reason) if before else (True, "")
    return Row(item, asked, taken, reason[:300])


class InHisPlaceForm(forms.Form):
    """Why a keeper confirms for the giver, and by which document."""

    reason = forms.CharField(
        label=_("Vì sao xác nhận thay, theo văn bản nào"),
        max_length=300,
        help_text=_("Ví dụ: đã nghỉ hưu theo Quyết định 15/QĐ-UBND ngày 04/01/2021."),
        error_messages={"required": _("Ghi lý do và văn bản.")},
    )


class WithdrawForm(forms.Form):
    """Why the handover is given up."""

    reason = forms.CharField(
        label=_("Lý do rút"), max_length=300, error_messages={"required": _("Ghi lý do rút.")}
    )
