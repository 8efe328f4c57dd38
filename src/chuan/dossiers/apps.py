from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Hồ sơ: dossiers of administrative procedures, followed from the system of record."""

    name = "chuan.dossiers"
    label = "dossiers"
    verbose_name = "Hồ sơ"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow the registers of dossiers; count and check them; name this room's things for others."""
        from chuan.dossiers import (
            auditable,
            events,
            faults,
            handing,
            harms,
            holdings,
            kept,
            late_deeds,
            measures,
            packing,
            publishing,
            rebuilding,
            review_said,
            room,
            searching,
            subjects,
            subjects_procedures,
            succession,
        )
        from chuan.dossiers import checks as own_checks
        from chuan.dossiers.fields import TOTALS
        from chuan.dossiers.following import DossierFollower, TotalsFollower
        from chuan.offers import calendars, checks, registers

        registers.follow(DossierFollower())
        for totals in TOTALS:
            registers.follow(TotalsFollower(totals))
        calendars.recompute_with(rebuilding.recompute)
        calendars.would_move_with(rebuilding.would_move)
        checks.register_projection("dossiers.standing", own_checks.standing_agrees)
        checks.register_projection("dossiers.events", events.events_agree)
        room.offer()
        subjects.register()
        subjects_procedures.register()
        searching.offer()
        measures.register()
        handing.offer()
        late_deeds.offer()
        kept.offer()
        holdings.offer()
        packing.offer()
        publishing.offer()
        faults.offer()
        review_said.offer()
        auditable.offer()
        succession.offer()
        harms.offer()
