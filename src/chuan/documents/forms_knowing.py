"""The shape of what comes in about who must know what; meaning is checked by the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core import signing
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from chuan.documents.knowing import people_of, serving
from chuan.documents.models import Group
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.ui.widgets import VietnameseDateField

_SALT = "documents.knowing"
_CHECKS = forms.CheckboxSelectMultiple


class DisseminateForm(forms.Form):
    """Before whom a document is put: everybody, posts, groups, persons; and until when."""

    everybody = forms.BooleanField(label=_("Mọi cán bộ, công chức đang công tác"), required=False)
    posts = forms.MultipleChoiceField(label=_("Theo chức danh"), required=False, widget=_CHECKS)
    groups = forms.MultipleChoiceField(label=_("Theo nhóm"), required=False, widget=_CHECKS)
    people = forms.MultipleChoiceField(label=_("Theo tên"), required=False, widget=_CHECKS)
    due_on = VietnameseDateField(
        label=_("Xác nhận trước hết ngày"),
        required=False,
        help_text=_("Để trống thì theo thông lệ của đơn vị."),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        fields = cast("dict[str, forms.MultipleChoiceField]", self.fields)
        unit = viewer.unit
        posts = Post.objects.seen_by(viewer).filter(unit=unit).order_by("title")
        groups = Group.objects.seen_by(viewer).filter(unit=unit, ended_on=None).order_by("name")
        fields["posts"].choices = [(str(one.uid), one.title) for one in posts]
        fields["groups"].choices = [(str(one.uid), one.name) for one in groups]
        fields["people"].choices = [(str(one.uid), one.name) for one in serving(unit, viewer.on)]
        if not fields["groups"].choices:
            del fields["groups"]

    def chosen(self) -> list[Official]:
        """Everybody meant, each once."""
        given, viewer = self.cleaned_data, self.viewer
        if given["everybody"]:
            return list(serving(viewer.unit, viewer.on))
        posts = Post.objects.seen_by(viewer).filter(uid__in=given["posts"])
        groups = Group.objects.seen_by(viewer).filter(uid__in=given.get("groups", []))
        people = Official.objects.seen_by(viewer).filter(uid__in=given["people"])
        post_ids = posts.values_list("pk", flat=True)
        return people_of(viewer.unit, viewer.on, officials=people, post_ids=post_ids, groups=groups)


class ConfirmForm(forms.Form):
    """That the version shown is known; ``shown`` carries, signed, which version and since when."""

    known = forms.BooleanField(
        label=_("Tôi đã đọc hết và nắm vững nội dung văn bản này"),
        error_messages={"required": _("Đánh dấu vào ô khi đã đọc hết và nắm vững.")},
    )
    shown = forms.CharField(
        widget=forms.HiddenInput, error_messages={"required": _("Tải lại trang rồi xác nhận.")}
    )

    def show_from(self, digest: str, at: str) -> None:
        """Sign the version shown now (``at`` in ISO 8601); one sent back rightly keeps its own moment."""
        if self.is_bound and "shown" not in self.errors:
            return
        fresh = signing.dumps({"digest": digest, "at": at}, salt=_SALT)
        self.initial["shown"] = fresh
        if self.is_bound:
            self.data = {**{name: self.data[name] for name in self.data}, "shown": fresh}

    def clean_shown(self) -> dict[str, Any]:
        """What was shown (``digest``) and since when (``at``); a changed or strange one is refused."""
        try:
            told: dict[str, str] = signing.loads(self.cleaned_data["shown"], salt=_SALT)
        except signing.BadSignature:
            raise forms.ValidationError(_("Trang đã mở quá lâu. Tải lại trang rồi xác nhận.")) from None
        return told | {"at": parse_datetime(told["at"])}


class ReasonForm(forms.Form):
    """Why somebody is released, or the whole is ended."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=300, error_messages={"required": _("Viết một câu nêu rõ vì sao.")}
    )
