"""Public pages made for the outside: into a folder by command, as an archive for a keeper; each leaves a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from chuan.clocks.actions.settings import add_setting
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.trail.actions import Actor, System, act
from chuan.upkeep.permissions import require_see_system
from chuan.upkeep.publishing import contact, writing
from chuan.upkeep.publishing.contact import Contact
from chuan.upkeep.publishing.site import Site, build

PUBLISHING = System("system/publishing")
FROM_PAGE = "Ghi tại trang Trang công khai"


def publish_into(folder: Path, unit: Unit, *, clock: Callable[[], datetime]) -> Site:
    """Write the unit's pages into the folder, which is new, empty or ours; ``clock`` reads the moment: this is a door.

    Raises what ``writing.beside`` and ``writing.put_in_place`` raise.
    """
    folder = Path(folder).absolute()
    site = build(unit, on=timezone.localdate(clock()))
    with writing.beside(site, folder) as staged:
        _trailed(site, by=PUBLISHING, at=clock())
        writing.put_in_place(staged, folder)
    return site


def publish_archive(*, by: Viewer, at: datetime) -> tuple[str, bytes]:
    """The viewer's unit's pages as one archive, with its name. Raises ``NotAllowed``."""
    require_see_system(by)
    site = build(by.unit, on=timezone.localdate(at))
    data = writing.zipped(site)
    _trailed(site, by=by, at=at)
    return f"trang-cong-khai-{site.on:%Y-%m-%d}.zip", data


def set_contact(told: Contact, *, by: Viewer, at: datetime) -> None:
    """Keep where the public reaches the office, from today on. Raises ``NotAllowed``, ``NothingChanges``."""
    require_see_system(by)
    detail = {
        "office_address": told.address, "office_telephone": told.telephone, "office_mail": told.mail,
        "office_hours": told.hours,
    }  # fmt: skip
    subject = Subject("unit", by.unit.uid)
    with act("site.contact", subject, by=by, unit_uid=by.unit.uid, at=at, **detail):
        add_setting(by.unit, contact.KEY, told.text(), valid_from=timezone.localdate(at), citation=FROM_PAGE)


def _trailed(site: Site, *, by: Actor, at: datetime) -> None:
    subject, uid = Subject("unit", site.unit.uid), site.unit.uid
    detail = {"site_pages": len(site.pages) + 1, "sha256": site.digest}
    with act("site.publish", subject, by=by, unit_uid=uid, at=at, **detail):
        pass
