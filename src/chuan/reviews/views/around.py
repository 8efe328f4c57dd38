"""What the pages of one review share: where it stands, and the crumbs that lead back to it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.reviews.models import Review
from chuan.reviews.views.forms import page
from chuan.rules.wording import said


def page_of(request: Request, review: Review, title: str) -> dict[str, Any]:
    """What a page begins with that belongs to one review."""
    named = _("%(code)s, họp %(day)s") % {
        "code": review.code,
        "day": said(review.held_on or review.planned_on),
    }
    return page(request, title, (named, home_of(review)))


def home_of(review: Review) -> str:
    """The address of the review."""
    return reverse("reviews:one", args=[review.uid])
