from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Hồ sơ: dossiers of administrative procedures, followed from the system of record."""

    name = "chuan.dossiers"
    label = "dossiers"
    verbose_name = "Hồ sơ"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow the registers of dossiers; name this room's things for others."""
        from chuan.dossiers import measures, subjects
        from chuan.dossiers.following import DossierFollower, TotalsFollower
        from chuan.offers import registers

        registers.follow(DossierFollower())
        registers.follow(TotalsFollower())
        subjects.register()
        measures.register()
