"""The room of objectives: what it offers to the rooms below when the programme starts."""

from __future__ import annotations

from django.apps import AppConfig


class ObjectivesConfig(AppConfig):
    """Mục tiêu."""

    name = "chuan.objectives"
    label = "objectives"
    verbose_name = "Mục tiêu"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the plan as a consequence of a confirmed reading; name this room's things for others."""
        from chuan.objectives import checks as own_checks
        from chuan.objectives import (
            faults,
            first_steps,
            handing,
            harms,
            holdings,
            packing,
            publishing,
            review_said,
            searching,
            self_checks,
            subjects,
            succession,
        )
        from chuan.objectives.actions import make_plan
        from chuan.objectives.bases import handing as bases_handing
        from chuan.objectives.bases import subjects as bases_subjects
        from chuan.objectives.paths import kept as path_kept
        from chuan.objectives.reported import handing as reported_handing
        from chuan.objectives.rounds import kept as round_kept
        from chuan.objectives.rounds import subjects as round_subjects
        from chuan.objectives.slips import ringing as slip_ringing
        from chuan.objectives.tasks import when_imported
        from chuan.objectives.trying import subjects as trial_subjects
        from chuan.offers import checks, confirmed, registers

        confirmed.register(make_plan)
        registers.tell_when_imported(when_imported)
        checks.register_projection("objectives.figures_due", own_checks.figures_due)
        subjects.register()
        round_subjects.register()
        round_kept.offer()
        path_kept.offer()
        trial_subjects.offer()
        searching.offer()
        handing.offer()
        reported_handing.offer()
        bases_subjects.offer()
        bases_handing.offer()
        holdings.offer()
        packing.offer()
        publishing.offer()
        faults.offer()
        first_steps.offer_first_step()
        review_said.offer()
        succession.offer()
        harms.offer()
        slip_ringing.offer()
        self_checks.offer()
