from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Nhập từ tệp: registers of other systems, followed by file."""

    name = "chuan.intake"
    label = "intake"
    verbose_name = "Nhập từ tệp"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer how imports are named, and what can be checked of the rows that stand."""
        from chuan.intake import (
            auditable,
            checks,
            examining,
            first_steps,
            handing,
            harms,
            holdings,
            review_said,
            subjects,
            succession,
        )
        from chuan.offers.checks import register_projection

        subjects.register_all()
        examining.offer_examination()
        first_steps.offer_first_step()
        register_projection("dòng nhập từ tệp", checks.standing_rows)
        review_said.offer()
        succession.offer()
        harms.offer()
        handing.offer()
        auditable.offer()
        holdings.offer()
