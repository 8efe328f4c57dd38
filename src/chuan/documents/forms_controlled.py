"""The shape of what comes in on the pages of controlled documents; meaning is checked by the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.actions.controlled import Asked, Card
from chuan.documents.controlled import beginnings
from chuan.documents.controlled.listing import Wanted
from chuan.documents.controlled.standing import shown
from chuan.documents.models import ControlledDocument, Document, Revision
from chuan.people.models import Post
from chuan.people.viewer import Viewer
from chuan.ui.formatters import day
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

LONGEST = 400_000
_STATES = (
    ("", _("Mọi tình trạng")),
    ("force", _("Đang hiệu lực")),
    ("making", _("Có bản đang lập")),
    ("none", _("Chưa có bản nào")),
    ("review", _("Quá hạn xem xét định kỳ")),
    ("retired", _("Đã ngừng áp dụng")),
)


class ListForm(forms.Form):
    """Filters of the master list; what makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm"), required=False, max_length=200)
    loai = forms.ChoiceField(
        label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *ControlledDocument.Kind.choices]
    )
    o = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=_STATES)

    def wanted(self) -> Wanted:
        """What the filters ask for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("tim", ""), given.get("loai", ""), given.get("o", ""))


class CardForm(forms.Form):
    """The card of a document."""

    kind = forms.ChoiceField(label=_("Loại tài liệu"), choices=ControlledDocument.Kind.choices)
    code = forms.CharField(
        label=_("Mã hiệu"), max_length=60, help_text=_("Ví dụ QT-01, QT.XNKBCXB.02, BM.XNKBCXB.02.01."),
        error_messages={"required": _("Ghi mã hiệu, ví dụ QT-01.")},
    )  # fmt: skip
    title = forms.CharField(
        label=_("Tên tài liệu"), max_length=300, error_messages={"required": _("Ghi tên tài liệu.")}
    )
    owner_post = forms.ChoiceField(label=_("Chức danh phụ trách"), required=False)
    parent = forms.ChoiceField(
        label=_("Thuộc quy trình"),
        required=False,
        help_text=_("Với biểu mẫu: quy trình mà biểu mẫu thuộc về."),
    )
    clauses = forms.CharField(
        label=_("Điều khoản TCVN ISO 9001:2015"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ 7.5, 8.5."),
    )
    procedure_code = forms.CharField(label=_("Mã thủ tục hành chính"), max_length=60, required=False)
    review_months = VietnameseNumberField(
        label=_("Xem xét lại sau mấy tháng"), required=False, whole=True, least=1, most=120,
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, practice: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = ControlledDocument.objects.seen_by(viewer).filter(unit=viewer.unit, retired_on=None)
        posts = Post.objects.seen_by(viewer).filter(unit=viewer.unit).order_by("title")
        self._posts = {str(one.uid): one for one in posts}
        self._parents = {str(one.uid): one for one in seen.exclude(kind="form").order_by("code")}
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["owner_post"].choices = [
            ("", _("Thư ký ISO theo dõi")),
            *((uid, one.title) for uid, one in self._posts.items()),
        ]
        fields["parent"].choices = [
            ("", _("Không")),
            *((uid, str(one)) for uid, one in self._parents.items()),
        ]
        fields["review_months"].help_text = _("Để trống thì theo thông lệ: %s.") % practice

    def card(self) -> Card:
        """What the form holds."""
        given = dict(self.cleaned_data)
        months = given["review_months"]
        return Card(
            code=given["code"], title=given["title"], kind=given["kind"], clauses=given["clauses"],
            owner_post=self._posts.get(given["owner_post"]), parent=self._parents.get(given["parent"]),
            review_months=int(months) if months is not None else None, procedure_code=given["procedure_code"],
        )  # fmt: skip

    @staticmethod
    def of(document: ControlledDocument) -> dict[str, Any]:
        """What the form begins with for a document held already."""
        return {
            "kind": document.kind,
            "code": document.code,
            "title": document.title,
            "owner_post": str(document.owner_post.uid) if document.owner_post else "",
            "parent": str(document.parent.uid) if document.parent else "",
            "clauses": document.clauses,
            "procedure_code": document.procedure_code,
            "review_months": document.review_months,
        }


class OpenForm(CardForm):
    """A new document: its card, the text it begins with, the number it goes on with."""

    template = forms.ChoiceField(
        label=_("Bắt đầu từ mẫu"), required=False, choices=beginnings.CHOICES,
        help_text=_("Mẫu chỉ có đề mục và gợi ý; nội dung do đơn vị viết."),
    )  # fmt: skip
    first_number = VietnameseNumberField(
        label=_("Lần ban hành"), required=False, whole=True, least=1, most=99,
        help_text=_("Tài liệu đã ban hành trước khi dùng Chuẩn thì ghi lần tiếp theo."),
    )  # fmt: skip

    def first(self) -> int:
        """The number of the first revision here."""
        given = self.cleaned_data["first_number"]
        return int(given) if given is not None else 1


class ChangesForm(forms.Form):
    """What is to change in the next revision."""

    changes = forms.CharField(
        label=_("Sửa gì, vì sao"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi sẽ sửa gì và vì sao.")},
    )  # fmt: skip


class TextForm(forms.Form):
    """A revision as it is written, in plain lines; ``based_on`` is the save it began from."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    changes = forms.CharField(
        label=_("Nội dung thay đổi so với lần trước"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    content = forms.CharField(
        label=_("Nội dung"), max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "false"}),
    )  # fmt: skip


class UploadForm(forms.Form):
    """A Word or PDF file as the revision."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    changes = forms.CharField(
        label=_("Nội dung thay đổi so với lần trước"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Tệp Word hoặc PDF"), widget=forms.ClearableFileInput(attrs={"accept": ".docx,.pdf"}),
        error_messages={"required": _("Chọn tệp Word (.docx) hoặc PDF."), "empty": _("Tệp trống.")},
    )  # fmt: skip


class ApproveForm(forms.Form):
    """From which day, by which decision."""

    effective_from = VietnameseDateField(
        label=_("Có hiệu lực từ ngày"), error_messages={"required": _("Ghi ngày có hiệu lực.")}
    )
    decision = forms.ChoiceField(
        label=_("Ban hành kèm quyết định"), required=False,
        help_text=_("Quyết định đã phát hành, nếu có; không có thì phê duyệt ngay trên tài liệu."),
    )  # fmt: skip
    note = forms.CharField(label=_("Ý kiến"), max_length=1000, required=False)

    def __init__(self, *args: Any, decisions: list[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._decisions = {str(one.uid): one for one in decisions}
        cast("forms.ChoiceField", self.fields["decision"]).choices = [
            ("", _("Không có quyết định riêng")),
            *((uid, f"{one.title}: {one.subject[:80]}") for uid, one in self._decisions.items()),
        ]

    @property
    def decision_chosen(self) -> Document | None:
        """The decision, if any."""
        return self._decisions.get(self.cleaned_data["decision"])


class ReasonForm(forms.Form):
    """An opinion or a reason."""

    reason = forms.CharField(
        label=_("Ý kiến, lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Viết một câu nêu rõ vì sao.")},
    )  # fmt: skip


class AskForm(forms.Form):
    """A request to change documents."""

    reason = forms.CharField(
        label=_("Vì sao phải sửa"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi vì sao phải sửa.")},
    )  # fmt: skip
    source = forms.CharField(
        label=_("Nguồn của đề nghị"), max_length=300, required=False,
        help_text=_("Văn bản mới, kết quả đánh giá, phản ánh của người dân…"),
    )  # fmt: skip
    affected = forms.MultipleChoiceField(
        label=_("Tài liệu bị ảnh hưởng"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một tài liệu trong danh mục.")},
    )  # fmt: skip
    due_on = VietnameseDateField(label=_("Hạn sửa xong"), error_messages={"required": _("Ghi hạn sửa xong.")})

    def __init__(self, *args: Any, viewer: Viewer, act: Document | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._act = act
        seen = ControlledDocument.objects.seen_by(viewer).filter(unit=viewer.unit, retired_on=None)
        self._documents = {str(one.uid): one for one in seen.order_by("code")}
        cast("forms.MultipleChoiceField", self.fields["affected"]).choices = [
            (uid, str(one)) for uid, one in self._documents.items()
        ]

    def asked(self) -> Asked:
        """What the form holds."""
        given = self.cleaned_data
        affected = [self._documents[uid] for uid in given["affected"]]
        return Asked(given["reason"], affected, given["due_on"], given["source"], self._act)


class SettleForm(forms.Form):
    """What was done about one document of a request."""

    revision = forms.ChoiceField(label=_("Lần ban hành đã sửa theo đề nghị"), required=False)
    reason = forms.CharField(
        label=_("Hoặc lý do không cần sửa"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[Revision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offered = {str(one.uid): one for one in offered}
        cast("forms.ChoiceField", self.fields["revision"]).choices = [
            ("", _("Chưa có lần nào")),
            *((uid, _revision_words(one)) for uid, one in self._offered.items()),
        ]

    @property
    def chosen(self) -> Revision | None:
        """The revision chosen, if any."""
        return self._offered.get(self.cleaned_data["revision"])


def _revision_words(one: Revision) -> str:
    names = {"n": shown(one.number), "on": day(one.effective_from)}
    return _("lần %(n)s, hiệu lực từ %(on)s") % names
