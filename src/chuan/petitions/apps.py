from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    """Đơn thư: petitions of every kind, reception of citizens, what went past the ward."""

    name = "chuan.petitions"
    label = "petitions"
    verbose_name = "Đơn thư"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Judge anew when the calendar changes; check projections; name this room's things for others."""
        from chuan.petitions import following, furniture, measures
        from chuan.petitions.public import offering as public
        from chuan.petitions.receiving import part as receiving
        from chuan.petitions.reception import offering as reception
        from chuan.petitions.sealed import showing as sealed
        from chuan.petitions.showing import parts
        from chuan.petitions.solving import showing as solving
        from chuan.petitions.sorting.part import SortingPart

        furniture.offer()
        parts.offer("sorting", SortingPart())
        sealed.register()
        solving.register()
        following.offer()
        measures.register()
        receiving.offer()
        reception.offer()
        public.offer()
        self._offer_escalated()
        self._offer_covering()

    @staticmethod
    def _offer_escalated() -> None:
        """What higher bodies received: its kinds, its card on a petition's page, its register of files."""
        from chuan.petitions.escalated import follower, offering, part

        offering.register()
        part.offer()
        follower.offer()

    @staticmethod
    def _offer_covering() -> None:
        """Covered copies on a petition's page; scans whose hours are over are examined and swept."""
        from chuan.petitions.redacting import parts, sweeping

        parts.offer()
        sweeping.offer_examination()
