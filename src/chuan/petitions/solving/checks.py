"""What the solving checks about itself: every task of a result that is not done has its clock running, and no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.petitions.events import standing
from chuan.petitions.models import PetitionEvent
from chuan.petitions.solving import tasks


def tasks_agree() -> Iterator[str]:
    """A sentence for each petition whose open tasks and running clocks differ."""
    running = set(
        Clock.objects.running().filter(subject_kind=tasks.KIND).values_list("subject_uid", flat=True)
    )
    lines: dict[str, list[PetitionEvent]] = defaultdict(list)
    for line in standing(PetitionEvent.objects.filter(verb="execute")).select_related("petition"):
        lines[line.petition.code].append(line)
    open_ones = {code: {one.line.uid for one in tasks.open_in(found)} for code, found in lines.items()}
    for code, wanted in sorted(open_ones.items()):
        if not wanted <= running:
            yield _("Đơn %(code)s: có việc thực hiện kết quả chưa xong mà không có hạn đang chạy.") % {
                "code": code
            }
    if running - {uid for wanted in open_ones.values() for uid in wanted}:
        yield _("Có hạn đang chạy của việc thực hiện kết quả đã xong hoặc đã bỏ.")
