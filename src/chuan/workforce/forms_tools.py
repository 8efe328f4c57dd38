"""Forms of tools used: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.exchange.mail_logs import What
from chuan.people.models import Official
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField
from chuan.workforce.models import ToolAccount
from chuan.workforce.tools.accounts import Unsaid
from chuan.workforce.tools.rule import Asks, Least, Met, ToolRule

SPARE = 1
"""Lines for a system of which no file has come in yet."""
_SAID = "noi_"


class RuleForm(forms.Form):
    """Which systems, how often a month, from which month on, by which document."""

    met = forms.ChoiceField(
        label=_("Quý và năm đạt khi"),
        choices=[
            (Met.EVERY, _("mọi tháng đều đạt")),
            (Met.LAST, _("tháng cuối của kỳ đạt")),
            (Met.ANY, _("có ít nhất một tháng đạt")),
        ],
    )
    asks = forms.ChoiceField(
        label=_("Mỗi tháng xét ai"),
        choices=[
            (Asks.HALF, _("người làm việc tại đơn vị hơn nửa số ngày của tháng")),
            (Asks.LAST_DAY, _("người giữ chức danh vào ngày cuối tháng")),
            (Asks.WHOLE, _("người làm việc tại đơn vị đủ mọi ngày của tháng")),
        ],
        help_text=_(
            "Người vắng có ghi ở trang Ngày vắng được trừ ra. Chọn dòng đầu thì không ai bị hai đơn vị cùng xét."
        ),
    )
    every_source = forms.ChoiceField(
        label=_("Nếu nêu nhiều hệ thống"),
        choices=[("1", _("phải dùng đủ tất cả")), ("0", _("dùng đủ một hệ thống là được"))],
    )
    since = VietnameseDateField(label=_("Áp dụng từ"), help_text=_("Ngày đầu một tháng, ví dụ 01/01/2021."))
    citation = forms.CharField(
        label=_("Văn bản quy định"), max_length=300,
        help_text=_("Số, ngày của quyết định, quy chế hoặc kế hoạch của đơn vị."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, sources: Sequence[str], standing: ToolRule | None, since: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        known = {one.source: one.times for one in standing.sources} if standing else {}
        named = list(dict.fromkeys([*known, *sources]))
        self.count = len(named) + SPARE
        for n in range(self.count):
            self._line(n, named[n] if n < len(named) else "", known)
        self.initial.setdefault("since", since)
        if standing:
            self.initial.update(
                met=standing.met, asks=standing.asks, every_source="1" if standing.every_source else "0"
            )

    def _line(self, n: int, source: str, known: dict[str, int]) -> None:
        self.fields[f"source_{n}"] = forms.CharField(
            label=_("Hệ thống %s") % (n + 1), max_length=160, required=False, initial=source
        )
        self.fields[f"times_{n}"] = VietnameseNumberField(
            label=_("Ít nhất một tháng"),
            required=False,
            whole=True,
            least=0,
            most=10_000,
            initial=known.get(source),
        )

    @property
    def lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each system with its number."""
        return [(self[f"source_{n}"], self[f"times_{n}"]) for n in range(self.count)]

    @property
    def rest(self) -> list[forms.BoundField]:
        """Everything else, in order."""
        return [self[name] for name in ("every_source", "met", "asks", "since", "citation")]

    def rule(self) -> ToolRule:
        """What was typed: systems with a number."""
        given = self.cleaned_data
        sources = [
            Least(" ".join(given[f"source_{n}"].split()), int(given[f"times_{n}"]))
            for n in range(self.count)
            if given.get(f"source_{n}") and given.get(f"times_{n}")
        ]
        return ToolRule(tuple(sources), given["every_source"] == "1", Met(given["met"]), Asks(given["asks"]))


class AccountsForm(forms.Form):
    """Of each account whose it is; the one proposed is chosen beforehand, nothing where two are alike."""

    def __init__(
        self, *args: Any, accounts: Sequence[Unsaid], officials: Iterable[Official], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.accounts, self.officials = accounts, {str(one.uid): one for one in officials}
        people = [(key, _named(one, self.officials.values())) for key, one in self.officials.items()]
        for n, one in enumerate(accounts):
            self.fields[f"{_SAID}{n}"] = forms.ChoiceField(
                label=one.account, required=False, initial=_proposed(one),
                widget=forms.Select(attrs={"class": "form-select"}),
                choices=[
                    ("", _("– chưa rõ, để lại –")), *people,
                    (ToolAccount.Kind.SHARED, ToolAccount.Kind.SHARED.label),
                    (ToolAccount.Kind.OUTSIDE, ToolAccount.Kind.OUTSIDE.label),
                ],
            )  # fmt: skip
            self.fields[f"ma_{n}"] = forms.CharField(
                required=False, initial=_key(one), widget=forms.HiddenInput()
            )

    @property
    def rows(self) -> list[tuple[Unsaid, forms.BoundField, forms.BoundField]]:
        """Each account with its choice, and what says which account it was when the page was drawn."""
        return [(one, self[f"{_SAID}{n}"], self[f"ma_{n}"]) for n, one in enumerate(self.accounts)]

    def chosen(self) -> list[tuple[Unsaid, str, Official | None]]:
        """Accounts of which something was chosen: kind, and the official for one of his own.

        A list that moved meanwhile (a file came in) puts no choice beside another account.
        """
        given, found = self.cleaned_data, []
        by_key = {_key(one): one for one in self.accounts}
        for n in range(len(self.accounts)):
            value, one = given.get(f"{_SAID}{n}", ""), by_key.get(given.get(f"ma_{n}", ""))
            if value and one is not None:
                official = self.officials.get(value)
                found.append((one, ToolAccount.Kind.OFFICIAL if official else value, official))
        return found


class MailLogForm(forms.Form):
    """A log, and what is ours in it."""

    tep = forms.FileField(
        label=_("Nhật ký máy chủ thư"),
        help_text=_(
            "mail.log, mailbox.log, audit.log hoặc tệp theo dõi thư (CSV), nén .gz cũng được, không quá 80 MB."
        ),
        required=False,
    )
    dem = forms.ChoiceField(
        label=_("Đếm gì"), initial=What.SENT, required=False,
        choices=[
            (What.SENT, _("thư đã gửi")),
            (What.ENTERED, _("lượt vào hộp thư, mỗi ngày một lượt (audit.log của Zimbra)")),
        ],
        help_text=_("Hai số là hai nguồn: quy định của đơn vị nêu nguồn nào thì xét theo nguồn ấy."),
    )  # fmt: skip
    ten_mien = forms.CharField(
        label=_("Tên miền hộp thư công vụ"), max_length=300,
        help_text=_("Phần sau @ của hộp thư. Người gửi thuộc tên miền khác không được đọc tên, chỉ đếm số thư."),
    )  # fmt: skip
    nam = forms.IntegerField(
        label=_("Năm của dòng đầu nhật ký"), min_value=2000, max_value=2100,
        help_text=_("Chỉ dùng khi dòng nhật ký không ghi năm."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


class CountedForm(forms.Form):
    """Months to hand on, and what was counted, signed, on its way through the browser."""

    bang = forms.CharField(widget=forms.HiddenInput(), max_length=2_000_000)
    thang = forms.MultipleChoiceField(
        label=_("Tháng lấy số liệu"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, months: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thang"].choices = list(months)  # type: ignore[attr-defined]


def _key(one: Unsaid) -> str:
    return f"{one.register}|{one.source}|{one.account}"


def _proposed(one: Unsaid) -> str:
    if one.proposed is not None:
        return str(one.proposed.uid)
    return ToolAccount.Kind.SHARED if one.shared else ""


def _named(one: Official, everybody: Iterable[Official]) -> str:
    """The name; with the post beside it where two are called alike."""
    if sum(other.name == one.name for other in everybody) < 2:
        return one.name
    return f"{one.name} ({', '.join(getattr(one, 'titles', ())) or one.pk})"
