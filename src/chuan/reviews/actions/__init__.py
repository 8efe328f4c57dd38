"""Every change of a review: called, held, decided, signed, followed to the last decision."""

from chuan.reviews.actions.calling import Call, call, call_off
from chuan.reviews.actions.following import settle
from chuan.reviews.actions.meeting import Came, Meeting, hold
from chuan.reviews.actions.moving import appointed, move
from chuan.reviews.actions.papers import begin_minutes
from chuan.reviews.actions.resolutions import decide, need_nothing, withdraw
from chuan.reviews.actions.saying import say, unsay
from chuan.reviews.actions.signing import sign

__all__ = [
    "Call", "Came", "Meeting", "appointed", "begin_minutes", "call", "call_off", "decide", "hold", "move",
    "need_nothing", "say", "settle", "sign", "unsay", "withdraw",
]  # fmt: skip
