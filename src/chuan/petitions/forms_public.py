"""The shape of what citizens type on the public page, and of what keepers decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.posting import MOST_PHOTOS, Written
from chuan.petitions.models import PublicPost
from chuan.petitions.public.told import TOLD_HERE
from chuan.petitions.solving.words import RATINGS
from chuan.rules.petitions import KIND_NAMES

MOST_TEXT = 4000


class Photos(forms.ClearableFileInput):
    """A file input that takes several pictures at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class PhotosField(forms.FileField):
    """Up to three pictures; what they are is looked at when they are drawn anew."""

    widget = Photos(attrs={"accept": "image/jpeg,image/png"})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Every file that was chosen."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_PHOTOS:
            told = refusals.PublicPhotosTooMany(count=len(given), most=MOST_PHOTOS)
            raise forms.ValidationError(told.sentence, code=told.code)
        return [super(PhotosField, self).clean(file, initial) for file in given]


class PostForm(forms.Form):
    """What a citizen writes. Mark and trap stand beside it, in the page."""

    text = forms.CharField(
        label=_("Việc gì"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Việc gì, từ khi nào, mong giải quyết thế nào. Không ghi số giấy tờ của mình hay của người khác."),
        error_messages={
            "required": refusals.PublicTextMissing().sentence,
            "max_length": _("Dài quá %(limit_value)d chữ cái (đang có %(show_value)d). Viết gọn lại."),
        },
    )  # fmt: skip
    place = forms.CharField(
        label=_("Ở đâu"), max_length=200, required=False,
        help_text=_("Số nhà, ngõ, tổ dân phố, hoặc gần nơi nào. Không bắt buộc."),
    )  # fmt: skip
    photos = PhotosField(
        label=_("Ảnh"), required=False,
        help_text=_("Tối đa 3 ảnh JPEG, PNG, mỗi ảnh 10 MB. Nơi chụp, giờ chụp, loại máy ghi trong ảnh được xóa."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Họ và tên"), max_length=160, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Không bắt buộc."),
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Điện thoại hoặc thư điện tử"), max_length=160, required=False,
        help_text=_("Không bắt buộc. Câu trả lời đợi theo mã tra cứu, không gửi tin nhắn."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A telephone belongs to a name."""
        told = super().clean() or {}
        if told.get("contact") and not told.get("name"):
            self.add_error("name", _("Ghi tên của người có điện thoại, thư này; hoặc bỏ trống cả hai."))
        return told

    def written(self, kind: str) -> Written:
        """What was typed, tidied."""
        told = self.cleaned_data
        return Written(
            kind, told["text"].strip(), " ".join(told["place"].split()), " ".join(told["name"].split()),
            " ".join(told["contact"].split()),
        )  # fmt: skip


class CodeForm(forms.Form):
    """The code a citizen wrote down."""

    code = forms.CharField(
        label=_("Mã tra cứu"), max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("12 chữ và số, ví dụ 7KQ2-XM4T-9HRD; dấu gạch và khoảng trống không cần."),
        error_messages={"required": _("Chưa ghi mã.")},
    )  # fmt: skip


class SupplyForm(forms.Form):
    """What the sender adds when asked."""

    text = forms.CharField(
        label=_("Trả lời của ông/bà"), max_length=MOST_TEXT, required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip


class SenderRatesForm(forms.Form):
    """How satisfied the sender is."""

    rating = forms.ChoiceField(
        label=_("Ông/bà thấy việc giải quyết thế nào"), choices=list(RATINGS.items()), widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn mức nào.")},
    )  # fmt: skip


class TakeForm(forms.Form):
    """A post on its way into the register; everything is filled in from what was sent."""

    kind = forms.ChoiceField(label=_("Loại"), choices=[(one.value, KIND_NAMES[one]) for one in TOLD_HERE])
    text = forms.CharField(
        label=_("Nội dung ghi vào sổ"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Nguyên văn người gửi viết; rút gọn được. Tên và cách liên hệ có ô riêng, không lặp lại ở đây."),
    )  # fmt: skip
    field = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    place = forms.CharField(label=_("Nơi xảy ra việc"), max_length=200, required=False)
    concerned = forms.MultipleChoiceField(
        label=_("Nói tới cán bộ, công chức nào của đơn vị"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ai được đánh dấu thì không thấy và không được giao đơn này."),
    )  # fmt: skip

    def __init__(
        self, data: Any, *, post: PublicPost, fields: Sequence[str], officials: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data, initial={"kind": post.kind, "text": post.text, "place": post.place})
        choices: Any = self.fields
        choices["field"].choices = [("", _("chưa rõ")), *((one, one) for one in fields)]
        choices["concerned"].choices = officials
        if not officials:
            del self.fields["concerned"]

    @property
    def first(self) -> list[forms.BoundField]:
        """What is always shown."""
        return [self[name] for name in ("text", "kind", "field", "place")]


class AsideForm(forms.Form):
    """Why a post does not go into the register."""

    why = forms.ChoiceField(
        label=_("Vì sao"), choices=[one for one in PublicPost.Why.choices if one[0]], widget=forms.RadioSelect,
        error_messages={"required": refusals.PublicWhyMissing().sentence},
    )  # fmt: skip


class ResultForm(forms.Form):
    """A result in words for everybody."""

    about = forms.CharField(
        label=_("Việc gì"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ai cũng đọc được. Không ghi tên, địa chỉ, số điện thoại của ai."),
    )  # fmt: skip
    answer = forms.CharField(
        label=_("Kết quả thế nào"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 5})
    )
