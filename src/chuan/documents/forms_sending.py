"""The shape of what comes in about sendings, receivers and packets; meaning is checked by the actions."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.documents.actions.sending.packets_in import MOST
from chuan.documents.forms_signatures import FolderField, FolderInput
from chuan.documents.knowing import serving
from chuan.documents.models import Correspondent, Delivery, Document, Group, Packet
from chuan.documents.recipients import KINDS, Directory
from chuan.documents.sending.showing import STATES
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

_CHECKS = forms.CheckboxSelectMultiple
_TIME = re.compile(r"(\d{1,2})[:hH](\d{2})?")


class WatchForm(forms.Form):
    """How the list of sendings is filtered."""

    tim = forms.CharField(label=later("Tìm"), required=False, max_length=200)
    cach = forms.ChoiceField(label=later("Cách gửi"), required=False)
    tt = forms.ChoiceField(label=later("Trạng thái"), required=False, choices=list(STATES.items()))
    qua = VietnameseNumberField(
        label=later("Chưa báo đã đến quá (ngày)"), required=False, least=0, most=999, whole=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [("", _("Mọi cách gửi")), *((way, str(words)) for way, words in Delivery.Way.choices)]
        cast("forms.ChoiceField", self.fields["cach"]).choices = ways

    def wanted(self) -> dict[str, Any]:
        """What is asked for; what cannot be read is left aside."""
        self.is_valid()
        given = self.cleaned_data
        days = given.get("qua")
        return {
            "words": given.get("tim", ""), "way": given.get("cach", ""), "state": given.get("tt", ""),
            "days": int(days) if days is not None else None,
        }  # fmt: skip


class StepForm(forms.Form):
    """What a person reports of a sending: when, and in what words."""

    on = VietnameseDateField(label=later("Ngày"), required=False, help_text=later("Để trống là hôm nay."))
    hour = forms.CharField(
        label=later("Giờ"),
        required=False,
        max_length=5,
        help_text=later("Viết như 14:05; để trống là bây giờ."),
    )
    note = forms.CharField(
        label=later("Lời ghi"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=later("Bắt buộc khi ghi không gửi được, rút, xin lấy lại hoặc bị từ chối."),
    )  # fmt: skip

    def clean_hour(self) -> time | None:
        """The time of day; None where it was left empty."""
        typed = self.cleaned_data["hour"].strip()
        if not typed:
            return None
        found = _TIME.fullmatch(typed)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise forms.ValidationError(_("Giờ viết như 14:05."))
        return time(int(found[1]), int(found[2] or 0))

    def moment(self, at: datetime) -> datetime:
        """The moment meant; ``at`` where nothing was typed."""
        on, hour = self.cleaned_data.get("on"), self.cleaned_data.get("hour")
        if on is None and hour is None:
            return at
        local = timezone.localtime(at)
        day: date = on or local.date()
        return timezone.make_aware(
            datetime.combine(day, hour or (local.time() if day == local.date() else time(17)))
        )


class CorrespondentForm(forms.Form):
    """An outside agency or person."""

    name = forms.CharField(label=later("Tên nơi nhận"), max_length=200)
    other_names = forms.CharField(
        label=later("Cách viết khác ở Nơi nhận"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=later("Mỗi cách viết một dòng, ví dụ “UBND thị xã”."),
    )  # fmt: skip
    organ_code = forms.CharField(
        label=later("Mã định danh"), required=False, max_length=50,
        help_text=later("Có mã thì gửi bằng gói tin liên thông, ví dụ H27.31 hoặc 000.00.31.H27."),
    )  # fmt: skip
    mail = forms.EmailField(
        label=later("Thư điện tử công vụ"), required=False,
        error_messages={"invalid": later("Địa chỉ thư viết như vanphong@honglinh.gov.vn.")},
    )  # fmt: skip

    @staticmethod
    def initial_of(one: Correspondent) -> dict[str, str]:
        """What stands."""
        return {
            "name": one.name,
            "other_names": one.other_names,
            "organ_code": one.organ_code,
            "mail": one.mail,
        }


class OwnMailForm(forms.Form):
    """Where an official wants letters of the house."""

    address = forms.EmailField(
        label=later("Nhận thư ở địa chỉ"), required=False,
        help_text=later("Nên dùng hộp thư công vụ. Để trống là không nhận thư; mọi việc vẫn hiện trong Chuẩn."),
        error_messages={"invalid": later("Địa chỉ thư viết như vanphong@honglinh.gov.vn.")},
    )  # fmt: skip


class GroupForm(forms.Form):
    """People who are written to together."""

    name = forms.CharField(label=later("Tên nhóm"), max_length=200)
    other_names = forms.CharField(
        label=later("Cách viết khác ở Nơi nhận"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=later("Mỗi cách viết một dòng."),
    )  # fmt: skip
    posts = forms.MultipleChoiceField(label=later("Theo chức danh"), required=False, widget=_CHECKS)
    people = forms.MultipleChoiceField(label=later("Theo tên"), required=False, widget=_CHECKS)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        fields = cast("dict[str, forms.MultipleChoiceField]", self.fields)
        posts = Post.objects.seen_by(viewer).filter(unit=viewer.unit)
        fields["posts"].choices = _by_words([(str(one.uid), one.title) for one in posts])
        fields["people"].choices = _by_words(
            [(str(one.uid), one.name) for one in serving(viewer.unit, viewer.on)]
        )

    def chosen(self) -> tuple[list[Post], list[Official]]:
        """Posts and officials that were ticked."""
        given, viewer = self.cleaned_data, self.viewer
        posts = Post.objects.seen_by(viewer).filter(unit=viewer.unit, uid__in=given["posts"])
        return list(posts), list(
            Official.objects.seen_by(viewer).filter(unit=viewer.unit, uid__in=given["people"])
        )

    @staticmethod
    def initial_of(group: Group) -> dict[str, Any]:
        """What stands."""
        return {
            "name": group.name, "other_names": group.other_names,
            "posts": [str(uid) for uid in group.posts.values_list("uid", flat=True)],
            "people": [str(uid) for uid in group.officials.values_list("uid", flat=True)],
        }  # fmt: skip


class ChooseForm(forms.Form):
    """Whom a line of "Nơi nhận" names."""

    whom = forms.ChoiceField(
        label=later("Gửi cho"), error_messages={"required": later("Chọn nơi nhận trong danh sách.")}
    )
    remember = forms.BooleanField(
        label=later("Nhớ cách viết này cho các văn bản sau"), required=False,
        help_text=later("Chỉ nhớ cho nhóm và nơi nhận ngoài; “Như Điều …” không nhớ."),
    )  # fmt: skip

    def __init__(self, *args: Any, directory: Directory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, list[tuple[str, str]]] = {}
        for kind, target, label in directory.choices():
            offered.setdefault(str(KINDS[kind]).capitalize(), []).append((f"{kind}:{target}", label))
        cast("forms.ChoiceField", self.fields["whom"]).choices = [("", _("Chưa chọn")), *offered.items()]

    def chosen(self) -> tuple[str, str]:
        """(kind, uid of the target)."""
        kind, _colon, target = self.cleaned_data["whom"].partition(":")
        return kind, target


class OrganForm(forms.Form):
    """The unit's code on the axis, from a day on, by a document."""

    code = forms.CharField(
        label=later("Mã định danh của đơn vị"), max_length=35,
        help_text=later("Ghi đúng mã tỉnh đã cấp, ví dụ H27.31.5 hoặc 000.05.31.H27."),
    )  # fmt: skip
    in_charge = forms.CharField(
        label=later("Cơ quan chủ quản"), max_length=200, help_text=later("Ví dụ UBND tỉnh Hà Tĩnh.")
    )
    valid_from = VietnameseDateField(label=later("Áp dụng từ ngày"))
    citation = forms.CharField(label=later("Theo văn bản"), max_length=300)


class PacketsForm(forms.Form):
    """Packets that came over the axis."""

    tep = FolderField(
        label=later("Gói tin nhận từ trục liên thông"),
        widget=FolderInput(attrs={"accept": ".edxml,.xml", "multiple": True}),
        error_messages={"required": later("Chưa chọn tệp nào. Chọn một hoặc nhiều tệp .edxml.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tep"].help_text = _("Văn bản hoặc trạng thái, mỗi lần tối đa %s tệp .edxml.") % MOST


class PacketListForm(forms.Form):
    """How the list of packets is filtered."""

    tim = forms.CharField(label=later("Tìm"), required=False, max_length=200)
    loai = forms.ChoiceField(label=later("Loại gói tin"), required=False)
    tt = forms.ChoiceField(label=later("Trạng thái"), required=False)

    def __init__(self, *args: Any, kinds: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["loai"].choices = [("", _("Mọi loại")), *((key, str(words)) for key, words in kinds.items())]
        fields["tt"].choices = [("", _("Mọi trạng thái")), *Packet.Status.choices]


class DecideForm(forms.Form):
    """What is decided about a packet: about which registered document, and why."""

    document = forms.ChoiceField(label=later("Nói về văn bản đến"), required=False)
    note = forms.CharField(
        label=later("Lý do, lời ghi"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=later("Bắt buộc khi từ chối hoặc để riêng."),
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[Document], asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["document"]
            return
        choices = [(str(one.uid), _told(one)) for one in offered]
        field = cast("forms.ChoiceField", self.fields["document"])
        field.choices = [*choices, ("", _("Không có văn bản nào đã đăng ký"))]
        if choices:
            field.initial = choices[0][0]


def _by_words(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """In the order of their words, marks left aside."""
    return sorted(choices, key=lambda one: fold(one[1]))


def _told(one: Document) -> str:
    arrival = f" ({_('số đến')} {one.arrival_number})" if one.arrival_number else ""
    return f"{one.title}{arrival}"
