"""Reasons to say no while next year's objectives are made, with the sentence shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class RoundStands(Refused):
    """One round at a time for a unit and year."""

    what = "Đợt xây dựng mục tiêu năm {year} đã mở."
    do = "Mở đợt đó rồi làm tiếp; muốn làm lại từ đầu thì hủy đợt cũ trước."
    year: str


@dataclass(kw_only=True, eq=False)
class NextYearStands(Refused):
    """The year has its plan already."""

    what = "Năm {year} đã có kế hoạch mục tiêu."
    do = "Mở trang Mục tiêu của năm đó; muốn đổi mức thì ban hành quyết định sửa đổi."
    year: str


@dataclass(kw_only=True, eq=False)
class ClosesTooEarly(Refused):
    """A closing day that is over gives nobody time."""

    what = "Hạn góp ý {day} không sau hôm nay."
    do = "Chọn một ngày sau hôm nay để mọi người kịp trả lời."
    day: date


@dataclass(kw_only=True, eq=False)
class RoundFrozen(Refused):
    """Lines of a drafted round are frozen."""

    what = "Đợt này đã soạn dự thảo nên các dòng không sửa được nữa."
    do = "Bấm Mở lại đợt khi dự thảo chưa trình duyệt; đã trình thì sửa ở trang dự thảo."


@dataclass(kw_only=True, eq=False)
class RoundOver(Refused):
    """A round that was called off."""

    what = "Đợt này đã hủy."
    do = "Mở đợt mới."


@dataclass(kw_only=True, eq=False)
class LineOfOthers(Refused):
    """Only whoever answers for a line, or whoever runs the round, proposes about it."""

    what = "Dòng này do {owner} phụ trách."
    do = "Viết góp ý; người phụ trách hoặc thư ký sẽ đề nghị sửa."
    owner: str


@dataclass(kw_only=True, eq=False)
class LineChangedMeanwhile(Refused):
    """Two editors of one line: the later one looks first."""

    what = "{who} vừa ghi thêm ở dòng này lúc {at}."
    do = "Đọc phần vừa thêm bên dưới rồi gửi lại; chữ bạn đã viết còn nguyên."
    who: str
    at: str


@dataclass(kw_only=True, eq=False)
class LineNotRead(Refused):
    """A sentence that the reader would take for several lines, or for none."""

    what = "Bộ đọc không đọc được câu này thành một dòng mục tiêu."
    do = "Viết một câu, không xuống dòng, không đánh số, không dấu gạch đầu dòng."


@dataclass(kw_only=True, eq=False)
class LevelNotPut(Refused):
    """The level cannot be written over the old one so that it reads as meant."""

    what = "Không đặt được mức “{typed}” vào câu mà vẫn đọc đúng ý."
    do = "Giữ ô mức như cũ và sửa thẳng trong câu."
    typed: str


@dataclass(kw_only=True, eq=False)
class TwoWays(Refused):
    """The sentence and the level were both changed."""

    what = "Vừa sửa câu vừa sửa ô mức của cùng một dòng."
    do = "Chỉ dùng một cách: sửa câu, hoặc sửa ô mức."


@dataclass(kw_only=True, eq=False)
class NothingNew(Refused):
    """A change that changes nothing."""

    what = "Nội dung đề nghị giống hệt dòng đang có."
    do = "Chọn Giữ nguyên, hoặc sửa câu, mức hay người phụ trách rồi gửi."


@dataclass(kw_only=True, eq=False)
class LinesBelow(Refused):
    """An objective is dropped after the lines under it."""

    what = "Dưới dòng này còn {n} dòng chưa bỏ."
    do = "Quyết định bỏ các dòng bên dưới trước."
    n: int


@dataclass(kw_only=True, eq=False)
class LineAboveDropped(Refused):
    """A line would stand under an objective that is not there: it would become an objective of its own unasked."""

    what = "Mục tiêu ở trên dòng này đã bỏ."
    do = "Giữ lại mục tiêu ở trên trước, hoặc bỏ dòng này và đề nghị thêm nó thành mục tiêu riêng."


@dataclass(kw_only=True, eq=False)
class LinesUndecided(Refused):
    """A draft is made of lines that were decided."""

    what = "Còn {n} dòng chưa quyết: {which}."
    do = "Quyết từng dòng, hoặc bấm Giữ mọi dòng không ai đề nghị đổi."
    n: int
    which: str


@dataclass(kw_only=True, eq=False)
class NothingPromised(Refused):
    """A Decision without a single objective."""

    what = "Mọi dòng đều bị bỏ, không còn mục tiêu nào."
    do = "Giữ lại ít nhất một dòng rồi soạn dự thảo."


@dataclass(kw_only=True, eq=False)
class AnnexNotRead(Refused):
    """The annex would not read back as it was decided."""

    what = "Ghép thành phụ lục thì bộ đọc không đọc lại đúng: {which}."
    do = "Sửa câu ở dòng đó cho gọn rồi soạn lại."
    which: str


@dataclass(kw_only=True, eq=False)
class DraftGone(Refused):
    """The draft has left its drafter's hands."""

    what = "Dự thảo đã trình duyệt hoặc đã ký nên không soạn bản mới từ đợt này được."
    do = "Trả lại cho người soạn ở trang dự thảo, rồi mở lại đợt."


@dataclass(kw_only=True, eq=False)
class NotIssuedYet(Refused):
    """A plan is read from an issued Decision."""

    what = "Quyết định năm {year} chưa ban hành, hoặc chưa có tệp đã ký."
    do = "Ký, cấp số và phát hành ở trang văn bản, rồi đọc thành kế hoạch."
    year: str
