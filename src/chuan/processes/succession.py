"""When a ward goes into another: its processes go on in the new one, for the work goes on the next morning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import F
from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.processes import searching
from chuan.processes.models import Hand, Process, Provider


class Processes:
    """Standing processes answer to the new ward; where it has one of the same code already, the old one ends."""

    key = "processes.map"
    words = "Quá trình"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        note = _("Đơn vị mới xem lại: quá trình trùng mã thì bản cũ kết thúc; phân công theo chức danh mới.")
        return [_standing(Process, unit, _("quá trình đang thực hiện"), note)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Parts end on the day and are given anew to the posts of those who go over."""
        rows = Process.objects.filter(owner_unit=passage.old, valid_to=None)
        taken = Process.objects.filter(owner_unit=passage.new, valid_to=None).values_list("code", flat=True)
        doubled = list(rows.filter(code__in=set(taken)))
        for one in doubled:
            one.valid_to = max(passage.on, one.valid_from + timedelta(days=1))
            one.save(update_fields=["valid_to"])
        searching.drop(doubled)
        going = list(rows.order_by("pk"))
        _hand_on(doubled, going, passage)
        rows.update(owner_unit=passage.new)
        moved = list(Process.objects.filter(pk__in=[one.pk for one in going]))
        searching.put(moved)
        return {"processes": len(moved), "processes_ended": len(doubled)}


def _hand_on(doubled: Sequence[Process], going: Sequence[Process], passage: Passage) -> None:
    """What began on or after the day ends a day after it began; two old posts may go into one new post."""
    held = Hand.objects.filter(process__in=[*doubled, *going], valid_to=None)
    rows = list(held.order_by("pk"))
    held.filter(valid_from__gte=passage.on).update(valid_to=F("valid_from") + timedelta(days=1))
    held.filter(valid_from__lt=passage.on).update(valid_to=passage.on)
    stays = {one.pk for one in going}
    again = {
        (one.process_id, passage.posts[one.post_id], one.part)
        for one in rows
        if one.process_id in stays and one.post_id in passage.posts
    }
    Hand.objects.bulk_create(
        [
            Hand(
                process_id=process, post_id=post, part=part, valid_from=passage.on, citation=passage.citation
            )
            for process, post, part in sorted(again)
        ],
        batch_size=500,
    )


class Providers:
    """Who provides something to the old ward does so to the new one until somebody looks at the contracts."""

    key = "processes.providers"
    words = "Bên cung cấp ngoài"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """One statement."""
        note = _("Đơn vị mới xem lại hợp đồng; bên trùng thì ghi thôi một dòng.")
        return [_standing(Provider, unit, _("bên đang cung cấp"), note)]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Standing ones with their judgments; their clocks go with all others."""
        rows = Provider.objects.filter(owner_unit=passage.old, valid_to=None)
        keys = list(rows.values_list("pk", flat=True))
        rows.update(owner_unit=passage.new)
        searching.put_providers(Provider.objects.filter(pk__in=keys))
        return {"providers": len(keys)}


def _standing(model: type[Process | Provider], unit: Unit, words: str, note: str) -> Matter:
    """What has no end goes on in the new ward; what ended stays as it was."""
    ends = list(model.objects.filter(owner_unit=unit).values_list("valid_to", flat=True))
    return Matter(words, moves=ends.count(None), stays=len(ends) - ends.count(None), note=note)


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Processes(), place=12)
    succession.register(Providers(), place=12)
