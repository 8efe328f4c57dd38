"""The shape of what comes in on the pages of incoming documents; meaning is checked by the actions."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.actions.incoming.assigning import COOPERATE, KNOW, LEAD, Direction, Share
from chuan.documents.incoming.facts import COLUMNS, Arriving, facts_of
from chuan.documents.incoming.listing import STAGES, Wanted
from chuan.documents.incoming.waiting import working_day_after
from chuan.documents.knowing import serving
from chuan.documents.models import Assignment, Document
from chuan.documents.outgoing.heads import signers_of
from chuan.documents.permissions import may_assign
from chuan.documents.refusals_incoming import DueNotReckoned
from chuan.exchange.papers import DEFAULT
from chuan.law.document_types import document_types
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

_CHECKS = forms.CheckboxSelectMultiple


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo số, trích yếu, tác giả"), required=False, max_length=200)
    o = forms.ChoiceField(label=_("Trạng thái"), required=False)
    khan = forms.ChoiceField(
        label=_("Độ khẩn"), required=False, choices=[("", _("Mọi độ khẩn")), *Document.Urgency.choices]
    )
    nam = forms.ChoiceField(label=_("Năm đến"), required=False)
    xep = forms.ChoiceField(
        label=_("Xếp"), required=False, choices=[("", _("mới đến trước")), ("han", _("hạn gần trước"))]
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["o"].choices = [("", _("Mọi trạng thái")), *STAGES.items()]
        fields["nam"].choices = [("", _("Mọi năm")), *((str(year), str(year)) for year in years)]

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        year = given.get("nam", "")
        return Wanted(
            given.get("tim", ""), given.get("o", ""), given.get("khan", ""), int(year) if year else None,
            given.get("xep") == "han",
        )  # fmt: skip


class FileForm(forms.Form):
    """A file that came in."""

    file = forms.FileField(
        label=_("Tệp văn bản đến (PDF, Word, ảnh quét)"),
        max_length=200,
        help_text=_("Nặng tối đa %(limit)s MB. Tệp được giữ nguyên từng byte.")
        % {"limit": DEFAULT.file_bytes // 1_000_000},
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.png,.jpg,.jpeg,.tif,.tiff"}),
        error_messages={"required": _("Chọn tệp văn bản."), "empty": _("Tệp không có nội dung.")},
    )


class FactsForm(forms.Form):
    """What the register says of a document."""

    number = forms.CharField(
        label=_("Số, ký hiệu"), required=False, max_length=80, help_text=_("Như 240/KH-UBND.")
    )
    issued_on = VietnameseDateField(label=_("Ngày văn bản"), required=False)
    issuer_name = forms.CharField(label=_("Cơ quan ban hành"), required=False, max_length=200)
    type = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    subject = forms.CharField(
        label=_("Trích yếu"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Thư gửi đích danh không bóc bì thì ghi “Thư gửi …”."),
    )
    signer_name = forms.CharField(label=_("Người ký"), required=False, max_length=120)
    signer_position = forms.CharField(label=_("Chức vụ người ký"), required=False, max_length=120)
    urgency = forms.ChoiceField(label=_("Độ khẩn"), choices=Document.Urgency.choices)
    electronic = forms.ChoiceField(
        label=_("Bản gốc"),
        required=False,
        choices=[("", _("chưa rõ")), ("1", _("điện tử")), ("0", _("giấy"))],
    )
    pages = VietnameseNumberField(label=_("Số trang"), required=False, whole=True, least=1, most=100_000)
    arrived_on = VietnameseDateField(label=_("Ngày đến"), required=False)
    due_on = VietnameseDateField(label=_("Nơi gửi yêu cầu trả lời trước hết ngày"), required=False)
    unopened_for = forms.CharField(
        label=_("Không bóc bì, gửi đích danh"),
        required=False,
        max_length=200,
        help_text=_("Tên người hoặc tổ chức đoàn thể ghi ngoài bì; chuyển nguyên bì cho nơi ấy."),
    )
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=500)

    def __init__(self, *args: Any, document: Document | None = None, **kwargs: Any) -> None:
        if document is not None:
            kwargs["initial"] = initial_of(document)
        super().__init__(*args, **kwargs)
        types = [(key, one.title) for key, one in document_types().items()]
        choices = [("", _("theo ký hiệu hoặc trích yếu")), *types]
        cast("forms.ChoiceField", self.fields["type"]).choices = choices

    def facts(self, *, file_name: str = "") -> Arriving:
        """What was typed."""
        given = self.cleaned_data
        told = {name: given[name] for name in COLUMNS if name in given}
        pages, electronic = given["pages"], given["electronic"]
        told |= {
            "pages": int(pages) if pages else None,
            "electronic": electronic == "1" if electronic else None,
        }
        return Arriving(**told, unopened_for=given["unopened_for"], note=given["note"], file_name=file_name)


class RegisterForm(FactsForm):
    """Registering: what the clerk checked, and what he decides."""

    acknowledged = forms.BooleanField(label=_("Đã báo nơi gửi là đã nhận"), required=False)
    despite_same = forms.BooleanField(label=_("Đăng ký dù trùng: hai văn bản khác nhau"), required=False)

    def __init__(self, *args: Any, document: Document, same: bool, packet: bool, **kwargs: Any) -> None:
        super().__init__(*args, document=document, **kwargs)
        if not same:
            del self.fields["despite_same"]
        if packet:
            del self.fields["acknowledged"]


class MendForm(FactsForm):
    """A correction of what stands in the register."""

    reason = forms.CharField(
        label=_("Lý do sửa"), max_length=300, error_messages={"required": _("Viết một câu nêu rõ vì sao.")}
    )

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, document=document, **kwargs)
        for name in ("arrived_on", "unopened_for", *(() if document.stage == "registered" else ("due_on",))):
            del self.fields[name]

    def facts(self, *, file_name: str = "") -> Arriving:
        """What was typed; days of arrival stay."""
        self.cleaned_data.setdefault("unopened_for", "")
        return super().facts(file_name=file_name)


class AssignForm(forms.Form):
    """A leader's direction: who leads, who cooperates, who is to know, until when."""

    for_whom = forms.ChoiceField(
        label=_("Theo ý kiến của"), help_text=_("Văn phòng ghi thay; bước này nói rõ là ý kiến của ai.")
    )
    lead = forms.ChoiceField(
        label=_("Chủ trì"), required=False, help_text=_("Một người, hoặc ai đang giữ chức danh.")
    )
    due_on = VietnameseDateField(label=_("Thời hạn"), required=False)
    working_days = VietnameseNumberField(
        label=_("hoặc số ngày làm việc"),
        required=False,
        whole=True,
        least=1,
        most=120,
        help_text=_("Đếm từ ngày mai theo lịch của đơn vị."),
    )
    instruction = forms.CharField(
        label=_("Ý kiến chỉ đạo"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    cooperate = forms.MultipleChoiceField(label=_("Phối hợp"), required=False, widget=_CHECKS)
    know = forms.MultipleChoiceField(label=_("Để biết"), required=False, widget=_CHECKS)

    def __init__(self, *args: Any, document: Document, viewer: Viewer, **kwargs: Any) -> None:
        self._viewer = viewer
        self._people = {f"o:{one.uid}": one for one in serving(viewer.unit, viewer.on)}
        posts = Post.objects.seen_by(viewer).filter(unit=viewer.unit).order_by("title")
        self._posts = {f"p:{one.uid}": one for one in posts}
        self._leaders = {str(one.official.uid): one for one in signers_of(viewer.unit, viewer.on)}
        kwargs.setdefault("initial", self._standing(document))
        super().__init__(*args, **kwargs)
        self._offer()

    def _offer(self) -> None:
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        people = _by_words([(key, one.name) for key, one in self._people.items()])
        posts = _by_words([(key, one.title) for key, one in self._posts.items()])
        grouped: list[Any] = [("", _("Chọn người chủ trì")), (_("Người"), people), (_("Chức danh"), posts)]
        fields["lead"].choices = grouped
        fields["cooperate"].choices = fields["know"].choices = [*people, *posts]
        if may_assign(self._viewer):
            del fields["for_whom"]
        else:
            fields["for_whom"].choices = [(uid, one.words) for uid, one in self._leaders.items()]

    def direction(self) -> Direction:
        """What was directed. Raises ``DueNotReckoned`` where the calendar does not reach."""
        given = self.cleaned_data
        lead = [self._share(LEAD, given["lead"])] if given["lead"] else []
        others = [self._share(part, key) for part in (COOPERATE, KNOW) for key in given[str(part.value)]]
        leader = self._leaders.get(given.get("for_whom", ""))
        return Direction(
            (*lead, *others), self._due(), given["instruction"], leader.official if leader else None
        )

    def _share(self, part: Assignment.Part, key: str) -> Share:
        return Share(part, self._people.get(key), self._posts.get(key))

    def _due(self) -> date | None:
        given = self.cleaned_data
        if given["due_on"] is not None or not given["working_days"]:
            return cast("date | None", given["due_on"])
        days = int(given["working_days"])
        due = working_day_after(self._viewer.unit, self._viewer.on, days)
        if due is None:
            raise DueNotReckoned(days=days)
        return due

    def _standing(self, document: Document) -> dict[str, Any]:
        """The parts as they were given, to begin with when it is given out anew."""
        parts = list(document.assignments.standing().select_related("official", "post"))
        keys: dict[str, list[str]] = {}
        for one in parts:
            keys.setdefault(one.part, []).append(_key(one.official, one.post))
        lead = next(iter(keys.get(LEAD, [])), "")
        due = document.due_on if document.due_on and document.due_on >= self._viewer.on else None
        return {
            "lead": lead,
            "due_on": due,
            "instruction": parts[0].instruction if parts else "",
            "cooperate": keys.get(COOPERATE, []),
            "know": keys.get(KNOW, []),
        }


class FinishForm(forms.Form):
    """What came of a document."""

    result = forms.CharField(
        label=_("Kết quả giải quyết"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Đã trả lời, đã tổ chức thực hiện, đã báo cáo, không phải trả lời vì …"),
    )
    reply_number = forms.CharField(
        label=_("Số, ký hiệu văn bản trả lời"),
        required=False,
        max_length=80,
        help_text=_("Văn bản của đơn vị thì tự nối với văn bản ấy. Không có thì để trống."),
    )


class FilingForm(forms.Form):
    """The file a document is kept in, and for how long."""

    file_code = forms.CharField(
        label=_("Số, ký hiệu hồ sơ"),
        required=False,
        max_length=40,
        help_text=_("Theo danh mục hồ sơ của đơn vị."),
    )
    retention = forms.CharField(
        label=_("Thời hạn lưu trữ"),
        required=False,
        max_length=120,
        help_text=_(
            "Như “10 năm”, “vĩnh viễn”; theo danh mục hồ sơ của đơn vị, Chuẩn không đề xuất. CHƯA XÁC MINH."
        ),
    )


def initial_of(document: Document) -> dict[str, Any]:
    """The boxes of a document as it stands."""
    facts = facts_of(document)
    told = {name: getattr(facts, name) for name in COLUMNS if name != "file_name"}
    electronic = {True: "1", False: "0", None: ""}[facts.electronic]
    number = (
        f"{facts.number}/{facts.symbol}" if facts.number and facts.symbol else facts.number or facts.symbol
    )
    return told | {"number": number, "electronic": electronic, "note": facts.note}


def _by_words(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """In the order of their words, marks left aside."""
    return sorted(choices, key=lambda one: fold(one[1]))


def _key(official: Official | None, post: Post | None) -> str:
    return f"o:{official.uid}" if official else f"p:{post.uid}" if post else ""
