from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DocumentsConfig(AppConfig):
    """Documents, their readings, the questions a person answered."""

    name = "chuan.documents"
    label = "documents"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer how documents and readings are named, found, and what can be checked of them."""
        from chuan.documents import (
            auditable,
            checks,
            examining,
            faults,
            first_steps,
            handing,
            harms,
            holdings,
            kept,
            late_deeds,
            measures,
            own_letters,
            packing,
            review_said,
            revised,
            searching,
            self_checks,
            subjects,
            succession,
        )
        from chuan.documents.fields import REGISTERS
        from chuan.documents.following import DocumentFollower
        from chuan.documents.signing import subjects as signing_subjects
        from chuan.offers import registers
        from chuan.offers.checks import register_projection

        subjects.register_all()
        signing_subjects.register_all()
        searching.offer()
        examining.offer_examination()
        first_steps.offer_first_step()
        register_projection("văn bản", checks.states)
        register_projection("văn bản: số đo", checks.counted)
        for followed in REGISTERS:
            registers.follow(DocumentFollower(followed))
        measures.register()
        handing.offer()
        late_deeds.offer()
        revised.offer()
        faults.offer()
        review_said.offer()
        auditable.offer()
        kept.offer()
        holdings.offer()
        self_checks.offer()
        packing.offer()
        own_letters.offer()
        post_migrate.connect(_fill_states, sender=self, dispatch_uid="chuan.documents.states")
        succession.offer()
        harms.offer()


def _fill_states(**_: Any) -> None:
    from chuan.documents.states import fill_missing

    fill_missing()
