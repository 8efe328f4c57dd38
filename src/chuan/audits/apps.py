from django.apps import AppConfig


class AuditsConfig(AppConfig):
    """Đánh giá nội bộ: programme, team, checklist, sample, findings, report."""

    name = "chuan.audits"
    label = "audits"
    verbose_name = "Đánh giá nội bộ"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.audits import furniture

        furniture.offer()
