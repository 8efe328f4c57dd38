from django.apps import AppConfig


class ClocksConfig(AppConfig):
    name = "chuan.clocks"
    label = "clocks"
    verbose_name = "Đồng hồ"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say at the door of Việc của tôi how much waits; hand over what waits for somebody by name."""
        from chuan.clocks import first_steps, handing, harms, rooms, succession
        from chuan.clocks.examining import offer_examination
        from chuan.clocks.notices import kept
        from chuan.clocks.reports import due_now
        from chuan.people.doors import offer_count

        offer_examination()
        offer_count("/viec-cua-toi/", lambda viewer: due_now(viewer, on=viewer.on))
        handing.offer()
        first_steps.offer_first_step()
        succession.offer()
        harms.offer()
        rooms.offer()
        kept.offer()
