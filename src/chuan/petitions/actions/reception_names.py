"""What the register of citizens' reception holds of a petition's sender, taken away with the sender."""

from __future__ import annotations

from collections.abc import Collection

from chuan.petitions.models import Petition, ReceptionEntry, Visitor


def forget_who_came(petitions: Collection[Petition]) -> None:
    """Take from the register what tells who came with letters that turned out to denounce somebody.

    Only inside the act that says so; the `Sender` rows are taken away by that act itself.
    """
    entries = ReceptionEntry.objects.filter(petition__in=petitions)
    Visitor.objects.filter(entry__in=entries).delete()
    entries.update(papers="", solved_by="", guidance="", note="")
