"""A merger as it is typed: an address that keeps everything, so that it can be prepared today and carried out later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.law.admin_units import How
from chuan.people.merging import Going, Merger, Source
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.ui.widgets import VietnameseDateField

LONGEST = 120


class MergerForm(forms.Form):
    """The new unit by its code, the day, and the document. Names are short: they stand in the address."""

    ma = forms.CharField(
        label=gettext_lazy("Mã đơn vị mới"),
        max_length=10,
        help_text=gettext_lazy("Mã năm chữ số trong danh mục từ ngày sáp nhập, ví dụ 18115."),
        widget=forms.TextInput(attrs={"class": "w-2", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Ghi mã của đơn vị mới.")},
    )
    ngay = VietnameseDateField(
        label=gettext_lazy("Từ ngày"),
        help_text=gettext_lazy("Ngày đơn vị mới hoạt động, ví dụ 01/07/2025."),
        widget=forms.TextInput(attrs={"class": "w-2", "autocomplete": "off"}),
    )
    so = forms.CharField(
        label=gettext_lazy("Số, ký hiệu nghị quyết"),
        max_length=80,
        help_text=gettext_lazy("Ví dụ 1665/NQ-UBTVQH15."),
        widget=forms.TextInput(attrs={"class": "w-3"}),
        error_messages={"required": gettext_lazy("Ghi số, ký hiệu của nghị quyết sắp xếp.")},
    )
    ngay_vb = VietnameseDateField(
        label=gettext_lazy("Ngày ban hành"),
        widget=forms.TextInput(attrs={"class": "w-2", "autocomplete": "off"}),
    )
    noi = forms.CharField(
        label=gettext_lazy("Cơ quan ban hành"),
        max_length=120,
        widget=forms.TextInput(attrs={"class": "w-5"}),
        error_messages={"required": gettext_lazy("Ghi cơ quan ban hành.")},
    )

    @property
    def citation(self) -> str:
        """As a paper cites it."""
        given = self.cleaned_data
        return _("Nghị quyết %(number)s ngày %(day)s của %(issuer)s") % {
            "number": given["so"],
            "day": f"{given['ngay_vb']:%d/%m/%Y}",
            "issuer": given["noi"],
        }


@dataclass(frozen=True)
class Row:
    """One official on the page: whether he goes over, to what, by which document, as typed."""

    official: Official
    goes: bool
    title: str
    role: str
    citation: str
    held: str = ""

    @property
    def key(self) -> str:
        """What names the official's inputs."""
        return str(self.official.uid)


@dataclass(frozen=True)
class Asked:
    """What the page was asked: the form, the communes chosen, the officials."""

    form: MergerForm
    codes: tuple[str, ...]
    whole: frozenset[str]
    rows: tuple[Row, ...] = ()
    chosen: bool = field(default=False)

    @property
    def merger(self) -> Merger:
        """The merger; only after ``form.is_valid()``."""
        given = self.form.cleaned_data
        going = tuple(
            Going(one.official, one.title, one.role, one.citation or self.form.citation)
            for one in self.rows
            if one.goes
        )
        return Merger(given["ma"].strip(), given["ngay"], self.form.citation, self.codes, self.whole, going)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Every name and value typed, to carry it on in the form that does it."""
        named = [(name, self.form.data.get(name, "")) for name in self.form.fields]
        named += [("gop", code) for code in self.codes] + [("tron", code) for code in sorted(self.whole)]
        for one in self.rows:
            if one.goes:
                named += [("di", one.key), (f"cd-{one.key}", one.title), (f"vt-{one.key}", one.role)]
                named.append((f"vb-{one.key}", one.citation))
        return [(name, value) for name, value in [*named, ("chon", "1")] if value]


def read(typed: QueryDict, viewer: Viewer, initial: dict[str, str]) -> Asked:
    """What was typed; ``initial`` fills an address that holds nothing yet."""
    bound = bool(typed.get("ma"))
    told = {name: str(typed.get(name, initial.get(name, ""))) for name in MergerForm.base_fields}
    form = MergerForm(told if bound else None, initial=initial)
    going = set(typed.getlist("di"))
    rows = tuple(_row(one, typed, going) for one in _officials(viewer))
    return Asked(
        form, tuple(typed.getlist("gop")), frozenset(typed.getlist("tron")), rows, typed.get("chon") == "1"
    )


def preselected(asked: Asked, sources: Iterable[Source]) -> Asked:
    """Where nothing was chosen yet, every commune that the directory calls whole."""
    if asked.chosen:
        return asked
    codes = tuple(one.passing.old.code for one in sources if one.passing.how is How.WHOLE)
    return Asked(asked.form, codes, asked.whole, asked.rows, asked.chosen)


def _officials(viewer: Viewer) -> list[Official]:
    own = Official.objects.seen_by(viewer).filter(unit=viewer.unit).select_related("account")
    return list(own.prefetch_related("appointments__post", "grants").order_by("name", "pk"))


def _row(official: Official, typed: QueryDict, going: set[str]) -> Row:
    key = str(official.uid)
    posts = [one for one in official.appointments.all() if one.valid_to is None]
    roles = [one for one in official.grants.all() if one.valid_to is None]
    title = typed.get(f"cd-{key}", posts[0].post.title if posts else "")
    role = typed.get(f"vt-{key}", roles[0].role if roles else "")
    held = ", ".join([one.post.title for one in posts] + [str(one.get_role_display()) for one in roles])
    return Row(
        official, key in going, str(title)[:LONGEST], str(role), str(typed.get(f"vb-{key}", ""))[:300], held
    )


def day_of(asked: Asked) -> date | None:
    """The day typed, where it can be read."""
    return asked.form.cleaned_data.get("ngay") if asked.form.is_bound and not asked.form.errors else None
