"""Every change of what is sent and of packets that come in: receivers, sendings, packets, decisions, answers."""

from chuan.documents.actions.sending.addressing import (
    Address,
    choose,
    end_correspondent,
    end_group,
    put_correspondent,
    put_group,
)
from chuan.documents.actions.sending.answers import _answer_inside, answer_packet, answers_of
from chuan.documents.actions.sending.packets_in import Taken, receive_packet, receive_packets
from chuan.documents.actions.sending.packets_out import make_packet, make_recall_packet
from chuan.documents.actions.sending.queueing import _queue_inside, _recall_inside, queue
from chuan.documents.actions.sending.reporting import (
    ask_back,
    mark_failed,
    mark_sent,
    open_inside,
    report,
    see_to,
    withdraw,
)
from chuan.documents.actions.sending.settings import set_organ

__all__ = [
    "Address",
    "Taken",
    "_answer_inside",
    "_queue_inside",
    "_recall_inside",
    "answer_packet",
    "answers_of",
    "ask_back",
    "choose",
    "end_correspondent",
    "end_group",
    "make_packet",
    "make_recall_packet",
    "mark_failed",
    "mark_sent",
    "open_inside",
    "put_correspondent",
    "put_group",
    "queue",
    "receive_packet",
    "receive_packets",
    "report",
    "see_to",
    "set_organ",
    "withdraw",
]
