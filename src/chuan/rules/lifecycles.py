"""Every status table: which acts lead from where to where, who owns a status, what is said of it.

A table is total: for every status and every act of its kind there is either a next status
or a refusal that says what the status is and what may be done now. The drawing is made
from the same table, so it cannot lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chuan.rules.refusals import WrongMove


@dataclass(frozen=True, slots=True)
class Status:
    """A status in words: a label, a sentence that says what it means, and who is to act."""

    label: str
    sentence: str
    owner: str


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Statuses and moves of one kind of thing. ``verbs`` gives each act its words in an infinitive.

    ``start`` is the status a thing is made with; ``ends`` are those in which nothing more
    can happen to it. A table that is not whole is refused when it is made.
    """

    name: str
    title: str
    start: str
    statuses: Mapping[str, Status]
    verbs: Mapping[str, str]
    moves: Mapping[tuple[str, str], str]

    def __post_init__(self) -> None:
        wrong = [*self._unknown(), *self._unreachable(), *self._unused()]
        if wrong:
            raise ValueError(f"lifecycle {self.name}: {', '.join(wrong)}")

    @property
    def ends(self) -> frozenset[str]:
        """Statuses that nothing leads out of."""
        leading_on = {status for (status, _), after in self.moves.items() if after != status}
        return frozenset(self.statuses) - leading_on

    def may(self, status: str) -> tuple[str, ...]:
        """The acts that a status allows, in the order of the table."""
        return tuple(verb for verb in self.verbs if (status, verb) in self.moves)

    def next(self, status: str, verb: str) -> str:
        """The status after an act. Raises WrongMove where it is not allowed, KeyError for unknown names."""
        known, said = self.statuses[status], self.verbs[verb]
        after = self.moves.get((status, verb))
        if after is None:
            label = known.label[0].upper() + known.label[1:]
            raise WrongMove(label=label, meaning=known.sentence, verb=said, now=self._now(status))
        return after

    def _now(self, status: str) -> str:
        allowed = [self.verbs[verb] for verb in self.may(status)]
        return f"có thể {_listed(allowed)}" if allowed else "chỉ có thể xem"

    def _unknown(self) -> Iterable[str]:
        """Names in the table that nobody described."""
        for (status, verb), after in self.moves.items():
            yield from (f"no status {name}" for name in (status, after) if name not in self.statuses)
            if verb not in self.verbs:
                yield f"no verb {verb}"

    def _unreachable(self) -> Iterable[str]:
        """Statuses that no series of acts leads to."""
        reached, waiting = set[str](), [self.start]
        while waiting:
            status = waiting.pop()
            reached.add(status)
            waiting += [
                after for (was, _), after in self.moves.items() if was == status and after not in reached
            ]
        return (f"{status} is never reached" for status in self.statuses if status not in reached)

    def _unused(self) -> Iterable[str]:
        used = {verb for _, verb in self.moves}
        return (f"{verb} leads nowhere" for verb in self.verbs if verb not in used)


def _listed(parts: list[str]) -> str:
    """A, b hoặc c."""
    return " hoặc ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def drawing(lifecycle: Lifecycle) -> str:
    """The table as Mermaid text (stateDiagram-v2); the same text for the same table."""
    lines = ["stateDiagram-v2", "    direction LR"]
    lines += [f'    state "{status.label}" as {name}' for name, status in lifecycle.statuses.items()]
    lines.append(f"    [*] --> {lifecycle.start}")
    lines += [
        f"    {was} --> {after}: {lifecycle.verbs[verb]}" for (was, verb), after in lifecycle.moves.items()
    ]
    lines += [f"    {name} --> [*]" for name in lifecycle.statuses if name in lifecycle.ends]
    return "\n".join(lines) + "\n"


READING = Lifecycle(
    name="reading",
    title="Bản đọc",
    start="proposed",
    statuses={
        "proposed": Status("chờ xác nhận", "Máy đã đọc, người phụ trách chưa xác nhận.", "office_clerk"),
        "confirmed": Status(
            "đã xác nhận", "Bản đọc đã được xác nhận và là gốc của kế hoạch.", "iso_secretary"
        ),
        "replaced": Status("đã có bản đọc mới", "Một bản đọc mới hơn đã thay bản này.", "iso_secretary"),
    },
    verbs={
        "answer": "trả lời câu hỏi",
        "edit": "sửa giá trị",
        "reshape": "tách hoặc ghép dòng",
        "confirm": "xác nhận",
        "reopen": "mở lại để lập bản mới kèm lý do",
        "replace": "thay bằng bản mới",
    },
    moves={
        ("proposed", "answer"): "proposed",
        ("proposed", "edit"): "proposed",
        ("proposed", "reshape"): "proposed",
        ("proposed", "confirm"): "confirmed",
        ("proposed", "replace"): "replaced",
        ("confirmed", "reopen"): "confirmed",
        ("confirmed", "replace"): "replaced",
    },
)

DOCUMENT = Lifecycle(
    name="document",
    title="Văn bản",
    start="received",
    statuses={
        "received": Status("đã nhận", "Tệp đã được lưu, máy chưa đọc xong.", "registry_clerk"),
        "read": Status("đã đọc, chờ xác nhận", "Máy đã đọc, người phụ trách chưa xác nhận.", "office_clerk"),
        "confirmed": Status(
            "đã xác nhận",
            "Nội dung đọc được đã có người xác nhận, đứng vững đến khi bản mới được xác nhận.",
            "office_clerk",
        ),
    },
    verbs={"read": "đọc tệp", "confirm": "xác nhận bản đọc", "read_again": "đọc lại kèm lý do"},
    moves={
        ("received", "read"): "read",
        ("read", "read_again"): "read",
        ("read", "confirm"): "confirmed",
        ("confirmed", "read_again"): "confirmed",
    },
)

PLAN = Lifecycle(
    name="plan",
    title="Kế hoạch mục tiêu",
    start="standing",
    statuses={
        "standing": Status("đang thực hiện", "Kế hoạch đang có hiệu lực cho cả năm.", "iso_secretary"),
        "replaced": Status(
            "đã được thay thế", "Quyết định mới hơn đã thay kế hoạch này, nay giữ để xem.", "iso_secretary"
        ),
    },
    verbs={
        "assign": "giao người phụ trách và bổ sung kế hoạch",
        "measure": "nhập số liệu",
        "report": "lập báo cáo năm",
        "replace": "thay bằng quyết định mới",
    },
    moves={
        ("standing", "assign"): "standing",
        ("standing", "measure"): "standing",
        ("standing", "report"): "standing",
        ("standing", "replace"): "replaced",
    },
)

FIGURE_DUE = Lifecycle(
    name="figure_due",
    title="Số liệu phải nhập",
    start="open",
    statuses={
        "open": Status("chờ số liệu", "Kỳ này chưa có số liệu.", "specialist"),
        "entered": Status("đã có số liệu", "Số liệu của kỳ đã được chốt.", "specialist"),
        "dropped": Status(
            "không còn phải nhập", "Kế hoạch chờ số liệu này đã được thay thế.", "iso_secretary"
        ),
    },
    verbs={
        "enter": "nhập số liệu",
        "correct": "sửa số liệu kèm lý do",
        "drop": "thôi chờ khi kế hoạch được thay",
    },
    moves={
        ("open", "enter"): "entered",
        ("open", "drop"): "dropped",
        ("entered", "correct"): "entered",
    },
)

IMPORT = Lifecycle(
    name="import",
    title="Tệp nhập",
    start="reading",
    statuses={
        "reading": Status("đang đọc", "Tệp đã được lưu, máy đang đọc.", "office_clerk"),
        "refused": Status(
            "không nhận được", "Tệp có lỗi nên không dòng nào của tệp được nhập.", "office_clerk"
        ),
        "unmapped": Status("chờ ghép cột", "Khuôn của tệp chưa có người xác nhận.", "office_clerk"),
        "previewed": Status(
            "chờ xác nhận", "Đã có bản xem trước, chưa dòng nào được ghi vào Chuẩn.", "office_clerk"
        ),
        "committing": Status(
            "đang nhập", "Máy đang ghi các dòng; dừng giữa chừng thì không dòng nào được ghi.", "office_clerk"
        ),
        "committed": Status("đã nhập", "Các dòng của tệp đang được tính.", "office_clerk"),
        "withdrawn": Status(
            "đã rút", "Các dòng của tệp không còn được tính, tệp vẫn giữ để xem.", "office_clerk"
        ),
        "discarded": Status("đã bỏ", "Tệp đã bỏ khi chưa nhập.", "office_clerk"),
    },
    verbs={
        "refuse": "từ chối tệp có lỗi",
        "ask": "hỏi cách ghép cột",
        "preview": "lập bản xem trước",
        "begin": "bắt đầu nhập",
        "fall_back": "trả về chờ xác nhận khi việc nhập không xong",
        "commit": "ghi các dòng",
        "withdraw": "rút kèm lý do",
        "discard": "bỏ tệp",
    },
    moves={
        ("reading", "refuse"): "refused",
        ("reading", "ask"): "unmapped",
        ("reading", "preview"): "previewed",
        ("reading", "discard"): "discarded",
        ("unmapped", "ask"): "unmapped",
        ("unmapped", "preview"): "previewed",
        ("unmapped", "refuse"): "refused",
        ("unmapped", "discard"): "discarded",
        ("previewed", "preview"): "previewed",
        ("previewed", "refuse"): "refused",
        ("previewed", "begin"): "committing",
        ("previewed", "discard"): "discarded",
        ("committing", "commit"): "committed",
        ("committing", "fall_back"): "previewed",
        ("committed", "withdraw"): "withdrawn",
        ("refused", "discard"): "discarded",
    },
)

PROCEDURE_VERSION = Lifecycle(
    name="procedure_version",
    title="Phiên bản thủ tục hành chính",
    start="proposed",
    statuses={
        "proposed": Status(
            "đề xuất, chờ xác nhận",
            "Máy đọc từ danh mục hoặc quyết định; chưa dùng để tính hạn cho đến khi có người xác nhận.",
            "one_stop_clerk",
        ),
        "confirmed": Status(
            "đã xác nhận",
            "Thời hạn đã có người xác nhận theo văn bản nêu tên; dùng để tính hạn.",
            "one_stop_clerk",
        ),
        "rejected": Status("không dùng", "Đề xuất này không đúng hoặc không thuộc đơn vị.", "one_stop_clerk"),
    },
    verbs={
        "correct": "sửa thời hạn và nội dung",
        "confirm": "xác nhận",
        "end": "kết thúc hiệu lực theo văn bản",
        "revise": "lập bản sửa",
        "reject": "không dùng, kèm lý do",
    },
    moves={
        ("proposed", "correct"): "proposed",
        ("proposed", "confirm"): "confirmed",
        ("proposed", "reject"): "rejected",
        ("confirmed", "end"): "confirmed",
        ("confirmed", "revise"): "confirmed",
    },
)

DIFFERENCE = Lifecycle(
    name="difference",
    title="Số khác nhau khi đối chiếu",
    start="open",
    statuses={
        "open": Status("chưa rõ", "Biểu và số đếm được khác nhau, chưa biết vì sao.", "one_stop_clerk"),
        "settled": Status(
            "đã khớp sau khi nhập lại",
            "Tệp nhập sau đã làm hai số bằng nhau; nếu lại khác thì thành dòng mới.",
            "one_stop_clerk",
        ),
        "reasoned": Status("có lý do", "Hai số vẫn khác nhau, lý do đã ghi.", "one_stop_clerk"),
    },
    verbs={
        "reason": "ghi lý do",
        "agree": "ghi nhận đã khớp",
        "reopen": "mở lại khi số đổi",
    },
    moves={
        ("open", "reason"): "reasoned",
        ("open", "agree"): "settled",
        ("reasoned", "reason"): "reasoned",
        ("reasoned", "agree"): "settled",
        ("reasoned", "reopen"): "open",
    },
)

ALL = (IMPORT, DOCUMENT, READING, PLAN, FIGURE_DUE, PROCEDURE_VERSION, DIFFERENCE)
"""Every table of the house, in the order of the work; later rooms add theirs here."""
