"""Every paper of the room that can be made here: of which kinds, beside which act, who writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from chuan.people.viewer import Viewer
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition
from chuan.petitions.papers import forwardings, notices
from chuan.petitions.papers.heads import Draft, draft, form_of
from chuan.petitions.papers.writing import Text, Writing
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import Kind

_COMPLAINT = frozenset({Kind.COMPLAINT})
_DENUNCIATION = frozenset({Kind.DENUNCIATION})
_FEEDBACK = frozenset({Kind.FEEDBACK, Kind.SUGGESTION})
_BOTH = _COMPLAINT | _DENUNCIATION


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper: it can be made while one of ``verbs`` may be done, and after it was. ``write`` says its text.

    ``channels``: only of petitions that came so; empty: however they came.
    """

    kinds: frozenset[Kind]
    verbs: tuple[str, ...]
    write: Callable[[Writing], Text]
    channels: frozenset[str] = frozenset()

    def fits(self, petition: Petition) -> bool:
        """Whether it is a paper of such a petition at all."""
        return petition.kind in self.kinds and (not self.channels or petition.channel in self.channels)


PAPERS: dict[str, Offered] = {
    "propose": Offered(_BOTH, ("accept", "classify"), notices.propose),
    "accept_complaint": Offered(_COMPLAINT, ("accept",), notices.accept_complaint),
    "refuse_complaint": Offered(_COMPLAINT, ("refuse",), notices.refuse_complaint),
    "return": Offered(_COMPLAINT, ("return",), notices.give_back),
    "guide": Offered(_BOTH | _FEEDBACK, ("guide",), notices.guide),
    "forward": Offered(_COMPLAINT, ("forward",), forwardings.forward),
    "forward_feedback": Offered(_FEEDBACK, ("forward",), forwardings.forward),
    "forward_denunciation": Offered(_DENUNCIATION, ("forward",), forwardings.forward_denunciation),
    "forward_notice": Offered(_DENUNCIATION, ("forward",), forwardings.forward_notice),
    "refuse_denunciation": Offered(_DENUNCIATION, ("refuse",), notices.refuse_denunciation),
    "accept_denunciation": Offered(_DENUNCIATION, ("notify",), notices.accept_denunciation),
    "accept_accused": Offered(_DENUNCIATION, ("notify",), notices.accept_accused),
    "keep": Offered(_BOTH | _FEEDBACK, ("keep",), notices.keep),
    "reject_feedback": Offered(_FEEDBACK, ("return",), notices.reject_feedback),
    "ask_feedback": Offered(_FEEDBACK, ("ask",), notices.ask_feedback),
}
"""By key of ``law/petition_forms.toml``, in the order of the work. Other parts add theirs when the programme starts."""


def offered_now(writing: Writing) -> Iterator[str]:
    """Keys of the papers that can be made now."""
    petition = writing.petition
    allowed = {*LIFECYCLES[petition.kind].may(petition.status), *(one.verb for one in writing.lines)}
    for key, one in PAPERS.items():
        if one.fits(petition) and allowed.intersection(one.verbs):
            yield key


def writing_of(petition: Petition, *, on: date, viewer: Viewer, discreet: bool = False) -> Writing:
    """What papers of the petition are written from."""
    return Writing(petition, bench_of(petition.owner_unit), on, viewer, discreet)


def made(writing: Writing, key: str) -> Draft:
    """The paper as it stands now. Raises KeyError for an unknown one, `PetitionLawNotHeld`."""
    text = PAPERS[key].write(writing)
    return draft(
        writing.petition, form_of(key, writing.bench, writing.on), subject=text.subject, body=text.body,
        on=writing.on, to=text.to, recipients=text.recipients, bases=text.bases, signer=text.signer,
        second_signer=text.second_signer, named=text.named,
    )  # fmt: skip
