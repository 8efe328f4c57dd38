from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People: units, accounts, officials, posts, roles; and the page of the trail."""

    name = "chuan.people"
    label = "people"
    verbose_name = "Con người"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer how people and units are named, and that officials may be found."""
        from chuan.offers import handover
        from chuan.people import (
            examining,
            first_steps,
            holdings,
            kept,
            rooms_checks,
            searching,
            subjects,
            succession,
        )
        from chuan.people.handing_holder import PostsAndRoles

        subjects.register_all()
        searching.offer()
        examining.offer_examinations()
        first_steps.offer_first_steps()
        handover.register(PostsAndRoles(), place=0)
        succession.offer()
        kept.offer()
        holdings.offer()
        rooms_checks.offer()
