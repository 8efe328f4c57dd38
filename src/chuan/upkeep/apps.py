"""The room of upkeep: what it offers to the rooms below when the programme starts."""

from __future__ import annotations

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    """Hệ thống."""

    name = "chuan.upkeep"
    label = "upkeep"
    verbose_name = "Hệ thống"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer what the house examines about its machine."""
        from chuan.offers import alarms as alarms_offered
        from chuan.upkeep import alarms, findings, first_steps, handing

        findings.offer_all()
        alarms_offered.offer(alarms.alarms)
        first_steps.offer_first_step()
        handing.offer()
