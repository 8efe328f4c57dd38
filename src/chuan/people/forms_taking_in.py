"""The shape of what is typed of somebody who comes: the name, and as far as it is known post, role, account."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.forms import AccountForm, OfficialForm, PostForm, RoleForm, _day
from chuan.people.models import Post
from chuan.people.viewer import Viewer


class TakingInForm(OfficialForm):
    """Only the name has to be there; a post or a role needs its document and day."""

    post = PostForm.base_fields["post"]
    new_post = PostForm.base_fields["new_post"]
    role = RoleForm.base_fields["role"]
    since = _day(
        label=_("Từ ngày"), required=False, help_text=_("Ngày văn bản có hiệu lực, ví dụ 01/07/2025.")
    )
    citation = forms.CharField(
        label=_("Theo văn bản"),
        max_length=300,
        required=False,
        help_text=_("Cần khi ghi chức danh hoặc vai trò, ví dụ Quyết định 15/QĐ-UBND ngày 04/01/2021."),
    )
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        required=False,
        help_text=_(
            "Để trống nếu chưa cấp tài khoản. Chữ không dấu, viết thường, ví dụ hoai.tt. Không đổi được về sau."
        ),
        widget=AccountForm.base_fields["username"].widget,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].required = False
        posts = Post.objects.seen_by(viewer).filter(unit=viewer.unit).order_by("title")
        cast("forms.ModelChoiceField[Post]", self.fields["post"]).queryset = posts

    def clean(self) -> dict[str, Any]:
        """Not two posts; a post or a role with its day and document."""
        given = super().clean() or self.cleaned_data
        if given.get("post") and given.get("new_post"):
            self.add_error("post", _("Chọn một chức danh trong danh sách, hoặc ghi một chức danh mới."))
        if given.get("post") or given.get("new_post") or given.get("role"):
            if not given.get("since") and "since" not in self.errors:
                self.add_error("since", _("Ghi ngày văn bản có hiệu lực."))
            if not given.get("citation"):
                self.add_error("citation", _("Ghi văn bản làm căn cứ."))
        return given
