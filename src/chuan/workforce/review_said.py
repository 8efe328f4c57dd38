"""What the room of officials tells the management review on resources (9.3.2 d): people, competence, training.

Numbers only: whose gap it is stands on the page of competence, for who may see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.people.models import Appointment, Post
from chuan.rules.wording import said
from chuan.workforce.competence.matrix import matrix
from chuan.workforce.competence.year import year_of
from chuan.workforce.models import TrainingPlan

ROOM = "Nhân sự"


def resources(asked: Asked) -> Sequence[Said]:
    """Some ten statements, whatever the size of the unit."""
    return [_people(asked), *_competence(asked), _training(asked)]


def _people(asked: Asked) -> Said:
    held = Appointment.objects.on(asked.on).filter(post__unit=asked.unit)
    people = held.values("official").distinct().count()
    posts, vacant = Post.objects.filter(unit=asked.unit), held.values("post")
    empty, all_posts = posts.exclude(pk__in=vacant).count(), posts.count()
    return Said(
        f"Ngày {said(asked.on)}: {said(people)} người giữ chức danh; {said(empty)} trong {said(all_posts)} chức danh "
        "chưa có người giữ.",
        "/can-bo/",
    )


def _competence(asked: Asked) -> list[Said]:
    told, address = matrix(asked.unit, asked.on), "/nhan-su/nang-luc/"
    must = [one for one in told.cells if one.requirement.must]
    found = []
    if must:
        gaps = sum(1 for one in must if one.is_gap)
        found.append(
            Said(
                f"Năng lực: {said(gaps)} trong {said(len(must))} yêu cầu bắt buộc chưa có minh chứng còn giá trị, ngày "
                f"{said(asked.on)}.",
                address,
            )
        )
    if told.silent or not must:
        found.append(
            Said(
                f"Chưa đo được năng lực của {said(len(told.silent))} chức danh có người giữ: chưa ghi yêu cầu nào.",
                address,
                short=True,
            )
        )
    return found


def _training(asked: Asked) -> Said:
    year, address = asked.on.year, "/nhan-su/nang-luc/dao-tao/"
    plan = TrainingPlan.objects.filter(unit=asked.unit, year=year).first()
    if plan is None:
        return Said(f"Chưa lập kế hoạch đào tạo năm {year}.", address, short=True)
    told = year_of(plan)
    held = sum(1 for one in told.standing if _held_by(one.last_on, asked.on))
    count = said(len(told.standing))
    return Said(
        f"Đào tạo năm {year}: {said(held)} trong {count} khóa đã học, {said(told.evaluated)} khóa đã đánh giá.",
        address,
    )


def _held_by(last_on: date | None, on: date) -> bool:
    return last_on is not None and last_on <= on


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.RESOURCES, ROOM, resources)
