"""Whether what is on a list may pass to its receiver: each room says so of its own lines (``Holder.unfit``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chuan.offers import handover as offers
from chuan.offers.handover import Receiving
from chuan.people.handing import key_of
from chuan.people.handing_holder import PostsAndRoles, appointments_of, grants_of
from chuan.people.models import Handover, HandoverLine
from chuan.people.refusals_handing import NotForReceiver


def require_fit(handover: Handover, lines: Sequence[HandoverLine], on: date) -> None:
    """Raises ``NotForReceiver`` with every line taken that may not pass to the receiver as he stands on the day."""
    taken = [one for one in lines if one.taken]
    receiving = receiving_of(handover, taken, on)
    told = [(one, offers.unfit(one.holder, one.ref, receiving)) for one in taken]
    if why := [(one, said) for one, said in told if said]:
        raise NotForReceiver(
            name=handover.receiver.name,
            things="; ".join(f"“{one.what}”" for one, _said in why),
            why=" ".join(dict.fromkeys(said for _one, said in why)),
            lines={key_of(one.holder, one.ref): said for one, said in why},
        )


def receiving_of(handover: Handover, taken: Sequence[HandoverLine], on: date) -> Receiving:
    """The receiver with what he holds on the day and what this list gives him. Two statements."""
    given = [one.ref.partition(":") for one in taken if one.holder == PostsAndRoles.key]
    roles = {one.role for one in grants_of(handover.receiver, on)}
    roles |= {name for kind, _colon, name in given if kind == "role"}
    gets_post = any(kind == "post" for kind, _colon, _name in given)
    serves = gets_post or bool(appointments_of(handover.receiver, on))
    return Receiving(handover.receiver, frozenset(roles), serves)
