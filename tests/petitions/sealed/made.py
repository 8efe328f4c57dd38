"""A unit that keeps sealed identities, and a denunciation with one; everybody in it is invented."""

from __future__ import annotations

from datetime import date

from chuan.people.models import Official
from chuan.people.roles import Role
from chuan.petitions.actions.sealing.choosing import choose
from chuan.petitions.actions.sealing.identities import seal_identity
from chuan.petitions.actions.sealing.opening import allow_opening, ask_opening, open_sealed
from chuan.petitions.models import OpeningRequest, Petition
from chuan.petitions.models.sealing import WhyOpened
from chuan.petitions.sealed.envelope import Identity
from tests.people import Ward
from tests.petitions.made import now, received

WHO = Identity("Nguyễn Thị Hoài Thương", "1971", "Số 5 ngõ Bưởi", "0912 345 678", "viết tay, mực tím")
FROM = date(2021, 1, 4)


def switched_on(ward: Ward) -> None:
    """The head switched the sealed record on."""
    by = ward.viewer(ward.chairman)
    choose(True, Role.PETITION_CLERK, Role.CHAIRMAN, valid_from=FROM, citation="03/QĐ-UBND", by=by, at=now())


def sealed(ward: Ward, clerk: Official, who: Identity = WHO, text: str = "Lấn chiếm lề đường") -> Petition:
    """A denunciation whose denouncer is under seal."""
    by = ward.viewer(clerk)
    one = received(by, "denunciation", text=text)
    seal_identity(who, one, by=by, at=now())
    return one


def asked(ward: Ward, clerk: Official, petition: Petition, **more: object) -> OpeningRequest:
    """The clerk asks to open."""
    given = {"letter": None, "why": WhyOpened.CONTACT, "words": "mời đến làm việc theo kế hoạch"} | more
    return ask_opening(petition, by=ward.viewer(clerk), at=now(), **given)


def opened(ward: Ward, clerk: Official, petition: Petition, **more: object):
    """Asked, allowed and opened."""
    request = asked(ward, clerk, petition, **more)
    key = allow_opening(request, by=ward.viewer(ward.chairman), at=now())
    return open_sealed(request, key, by=ward.viewer(clerk), at=now())
