"""What the register of titles given elsewhere accepts from files: a name, a title, the decision. No identity number."""

from __future__ import annotations

from chuan.offers.fields import Field, FieldKind
from chuan.rules.titles import TITLE_NAMES, Title
from chuan.rules.vietnamese.letters import fold
from chuan.workforce.fields_judged import JudgedElsewhere

TITLES_GIVEN = "titles_given"
_SHORT = {
    Title.ADVANCED_WORKER: ("ldtt", "danh hieu lao dong tien tien", "lao dong tien tien (ldtt)"),
    Title.EMULATION_FIGHTER: ("cstdcs", "cstd co so", "cstd cs", "chien si thi dua cs"),
    Title.ADVANCED_TEAM: ("ttldtt", "tap the ldtt", "tap the lao dong tt"),
    Title.EXCELLENT_TEAM: ("ttldxs", "tap the ldxs", "tap the lao dong xs"),
}


class TitlesGiven(JudgedElsewhere):
    """One row a title of the year that the file names; whose it is a person says, once for each row."""

    key = TITLES_GIVEN
    title = "Danh hiệu thi đua"
    spelled = ("name", "post", "title")
    """Somebody may be given two titles in a year."""
    fields: tuple[Field, ...] = (
        Field(
            "name", FieldKind.TEXT, "Họ và tên hoặc tập thể", required=True,
            synonyms=(
                "ho va ten", "ho ten", "ten ca nhan", "ca nhan", "ten ca nhan tap the", "ca nhan tap the",
                "ho ten ca nhan", "ten doi tuong", "doi tuong khen thuong", "ten tap the ca nhan",
            ),
        ),
        Field(
            "post", FieldKind.TEXT, "Chức danh",
            synonyms=("chuc vu", "chuc danh chuc vu", "vi tri cong tac", "chuc vu don vi", "don vi cong tac"),
        ),
        Field(
            "title", FieldKind.CHOICE, "Danh hiệu", required=True,
            synonyms=(
                "danh hieu thi dua", "hinh thuc khen thuong", "ten danh hieu", "danh hieu de nghi",
                "danh hieu hinh thuc khen thuong",
            ),
            choices={
                **{fold(name): one.value for one, name in TITLE_NAMES.items()},
                **{short: one.value for one, shorts in _SHORT.items() for short in shorts},
            },
            said={one.value: name for one, name in TITLE_NAMES.items()},
        ),
        Field(
            "decision", FieldKind.TEXT, "Số quyết định", required=True,
            synonyms=("quyet dinh", "so qd", "so quyet dinh khen thuong", "quyet dinh so", "so ky hieu quyet dinh"),
        ),
        Field(
            "decided_on", FieldKind.DATE, "Ngày quyết định", required=True,
            synonyms=("ngay ky", "ngay qd", "ngay ban hanh", "ngay thang quyet dinh", "ngay quyet dinh khen thuong"),
        ),
        Field(
            "issuer", FieldKind.TEXT, "Cơ quan quyết định",
            synonyms=("cap quyet dinh", "co quan ban hanh", "cap khen thuong", "co quan khen thuong", "cap khen"),
        ),
    )  # fmt: skip
