"""Which acts a kind of petition knows, and what each does to its clocks and dates."""

from __future__ import annotations

from collections.abc import Mapping

from chuan.rules.lifecycle import Lifecycle
from chuan.rules.lifecycles.petitions import COMPLAINT, DENUNCIATION, FEEDBACK, MIXED
from chuan.rules.petitions import Kind, Step

LIFECYCLES: Mapping[str, Lifecycle] = {
    Kind.FEEDBACK: FEEDBACK,
    Kind.SUGGESTION: FEEDBACK,
    Kind.COMPLAINT: COMPLAINT,
    Kind.DENUNCIATION: DENUNCIATION,
    Kind.MIXED: MIXED,
}

NOTES: Mapping[str, str] = {
    "receive": "nhận đơn",
    "transfer": "nơi khác chuyển đến",
    "reply": "trả lời sau khi tiếp công dân",
    "send": "gửi quyết định tạm đình chỉ, đình chỉ",
    "determine": "xác định mức độ phức tạp",
    "plan": "lập kế hoạch xác minh",
    "minutes": "lập biên bản làm việc",
    "evidence": "nhận tài liệu, chứng cứ",
    "talk_notice": "thông báo đối thoại",
    "link": "nối với đơn trùng",
    "unlink": "bỏ nối với đơn trùng",
    "rekind": "đổi loại đơn",
    "sort": "xem xét điều kiện, thẩm quyền",
    "paper": "soạn văn bản",
    "signer_out": "ghi người rút tên khỏi đơn",
    "hand_over": "bàn giao cho người khác",
    "rebase": "tính lại hạn theo quy định đã sửa",
    "concern": "ghi người mà đơn nói tới",
    "unconcern": "bỏ tên ghi nhầm là người mà đơn nói tới",
    "fact": "ghi điều làm thời hạn dài hơn",
    "join": "ghép với dòng của hệ thống nguồn",
    "unjoin": "bỏ ghép với hệ thống nguồn",
    "escalated": "cấp trên nhận đơn về việc này",
    "note": "ghi chú",
    "void": "bỏ dòng ghi nhầm",
}
"""What may be written in any status, beside the moves of the lifecycle."""

STEP_OF: Mapping[str, Step] = {
    "receive": Step.RECEIVED,
    "transfer": Step.TRANSFERRED,
    "classify": Step.CLASSIFIED,
    "ask": Step.ASKED,
    "reply": Step.REPLIED,
    "accept": Step.ACCEPTED,
    "refuse": Step.REFUSED,
    "forward": Step.FORWARDED,
    "guide": Step.GUIDED,
    "return": Step.RETURNED,
    "keep": Step.KEPT,
    "notify": Step.NOTIFIED,
    "prolong": Step.PROLONGED,
    "suspend": Step.SUSPENDED,
    "send": Step.SENT,
    "resume": Step.RESUMED,
    "withdraw": Step.WITHDRAWN,
    "decide": Step.SETTLED,
    "conclude": Step.SETTLED,
    "answer": Step.SETTLED,
    "stop": Step.STOPPED,
    "publish": Step.PUBLISHED,
}
"""Acts that a clock reads (``rules.petitions``); the others move no day."""

DECIDED_BY: Mapping[str, str] = {
    "accept": "accept",
    "check": "keep",
    "forward": "forward",
    "guide": "guide",
    "return": "return",
    "refuse": "return",
    "keep": "keep",
}
"""What became of a letter by the act that said so (``rules.petitions.Outcome``)."""

SOLVING_CLOCK: Mapping[str, str] = {
    Kind.FEEDBACK: "feedback.handle",
    Kind.SUGGESTION: "feedback.handle",
    Kind.COMPLAINT: "complaint.resolve",
    Kind.DENUNCIATION: "denunciation.resolve",
}
"""The clock lateness is judged by, by kind."""


def verb_words(kind: str, verb: str) -> str:
    """An act in an infinitive, as the kind's table calls it."""
    return NOTES.get(verb) or LIFECYCLES[kind].verbs.get(verb, verb)


def status_after(kind: str, status: str, verb: str) -> str:
    """The status after an act that is allowed: notes change nothing. Raises ``WrongMove``."""
    return status if verb in NOTES else LIFECYCLES[kind].next(status, verb)


def status_all_the_same(kind: str, status: str, verb: str) -> str:
    """The status after an act that happened elsewhere, in steps we were not told of: where the act leads to."""
    table = LIFECYCLES[kind]
    if verb in NOTES or verb not in table.verbs:
        return status
    after = table.moves.get((status, verb))
    leads = [to for (_from, act), to in table.moves.items() if act == verb]
    moved = [to for (before, act), to in table.moves.items() if act == verb and before != to]
    return after or (moved or leads)[0]
