"""What each column of a file is: one choice a column, kept as typed when it is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chuan.intake.reading import ColumnMap, missing
from chuan.offers.fields import Field
from chuan.rules.refusals import ColumnsMissing


@dataclass(frozen=True)
class ColumnSeen:
    """One column of the file: its header, some cells, and what it most likely is ("" for nothing).

    Cells of personal and unknown columns are not kept while nobody has said what they are: of these
    ``content`` says what kind of thing they hold ("ngày", "số", "chữ", "trống").
    """

    key: str
    text: str
    samples: tuple[str, ...]
    proposed: str = ""
    content: str = ""


@dataclass(frozen=True)
class WordSeen:
    """A cell's text in a column of choices that nobody has explained yet, and how many cells say it."""

    field: str
    word: str
    count: int = 0


class MappingForm(forms.Form):
    """Columns to fields, purposes of personal fields, unknown words to values, and the layout's name."""

    ten = forms.CharField(
        label=_("Tên cách ghép"),
        max_length=160,
        help_text=_("Để nhận ra lần sau, ví dụ “Danh sách hồ sơ một cửa”."),
        error_messages={"required": _("Chưa đặt tên cách ghép. Ghi một tên ngắn để nhận ra lần sau.")},
    )
    nguon = forms.CharField(
        label=_("Hệ thống nguồn"),
        max_length=160,
        help_text=_("Hệ thống đã xuất tệp này. Hai tệp cùng nguồn, cùng mã là một hồ sơ."),
        error_messages={"required": _("Chưa ghi hệ thống nguồn. Ghi tên hệ thống đã xuất tệp này.")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        register: str,
        columns: Sequence[ColumnSeen],
        fields: Mapping[str, Field],
        words: Sequence[WordSeen] = (),
        base: ColumnMap,
        name: str = "",
        source: str = "",
        note: str = "",
    ) -> None:
        super().__init__(data, initial={"ten": name, "nguon": source})
        self.register, self.columns, self.register_fields = register, columns, fields
        self.words, self.base, self.note = words, base, note
        for n, column in enumerate(columns):
            self.fields[f"cot_{n}"] = self._column_field(column)
        for field in self.personal:
            self.fields[f"ly_do_{field.name}"] = self._purpose_field(field)
        for n, word in enumerate(words):
            self.fields[f"chu_{n}"] = self._word_field(word)

    def _column_field(self, column: ColumnSeen) -> forms.ChoiceField:
        said = [(one.name, _said(one)) for one in self._all]
        return forms.ChoiceField(
            label=column.text,
            required=False,
            initial=column.proposed,
            widget=forms.Select(attrs={"class": "form-select"}),
            choices=[("", gettext("– không lưu –")), *said],
            error_messages={"invalid_choice": _("Chọn một mục trong danh sách, hoặc không lưu.")},
        )

    def _purpose_field(self, field: Field) -> forms.CharField:
        return forms.CharField(
            label=field.label,
            required=False,
            max_length=200,
            initial=self.base.purposes.get(field.name, ""),
        )

    def _word_field(self, word: WordSeen) -> forms.ChoiceField:
        field = self.register_fields[word.field]
        values = dict.fromkeys(field.choices.values())
        said = [(value, field.said.get(value, value)) for value in values]
        return forms.ChoiceField(
            label=gettext("%(field)s ghi “%(word)s” (%(n)s dòng)")
            % {"field": field.label, "word": word.word, "n": word.count},
            required=False,
            initial=self.base.choices.get(word.field, {}).get(word.word, ""),
            choices=[("", gettext("– chưa rõ, để lại –")), *said],
        )

    @property
    def _all(self) -> Sequence[Field]:
        return tuple(self.register_fields.values())

    @property
    def personal(self) -> list[Field]:
        """Fields that are dropped unless a purpose is named; those that are never kept are not asked about."""
        return [one for one in self._all if one.personal and not one.never]

    @property
    def rows(self) -> Iterator[tuple[ColumnSeen, forms.BoundField]]:
        """Each column with its choice."""
        return ((column, self[f"cot_{n}"]) for n, column in enumerate(self.columns))

    @property
    def purposes(self) -> Iterator[forms.BoundField]:
        """The purposes of personal fields."""
        return (self[f"ly_do_{one.name}"] for one in self.personal)

    @property
    def word_rows(self) -> Iterator[forms.BoundField]:
        """Each unknown word with its choice."""
        return (self[f"chu_{n}"] for n in range(len(self.words)))

    def clean(self) -> dict[str, Any]:
        """No field twice, every required field once."""
        given = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        for n, column in enumerate(self.columns):
            field = given.get(f"cot_{n}", "")
            if field and field in taken:
                self.add_error(
                    f"cot_{n}",
                    gettext("“%(field)s” đã ghép vào cột “%(column)s”. Mỗi mục chỉ lấy từ một cột.")
                    % {"field": self.register_fields[field].label, "column": taken[field]},
                )
            elif field:
                taken[field] = column.text
        if lacking := missing(self.mapping, self._all):
            self.add_error(None, ColumnsMissing(fields=", ".join(lacking)).sentence)
        return given

    @property
    def mapping(self) -> ColumnMap:
        """What was chosen; what holds for every row of such a file stays as it was."""
        given = self.cleaned_data
        chosen = ((column.key, given.get(f"cot_{n}", "")) for n, column in enumerate(self.columns))
        columns = {key: field for key, field in chosen if field}
        purposes = {one.name: given.get(f"ly_do_{one.name}", "").strip() for one in self.personal}
        fed = set(columns.values())
        return ColumnMap(
            columns,
            {name: text for name, text in purposes.items() if text and name in fed},
            self._choices(given),
            self.base.constants,
        )

    def _choices(self, given: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        found = {field: dict(words) for field, words in self.base.choices.items()}
        for n, word in enumerate(self.words):
            if value := given.get(f"chu_{n}"):
                found.setdefault(word.field, {})[word.word] = value
        return found


def _said(field: Field) -> str:
    """A field as it is chosen: a required one with a star, one that is never kept said to be none to keep."""
    if field.never:
        return gettext("%s (không lưu)") % field.label
    return f"{field.label} *" if field.required else field.label
