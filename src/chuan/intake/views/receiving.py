"""From what a browser sent to imports: each file by itself, so that one bad file stops no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import Import
from chuan.intake.running import start_look
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, Refused


@dataclass(frozen=True)
class Received:
    """The imports that began, a sentence for each file turned away at the door, and the one that waits already."""

    imports: tuple[Import, ...]
    refused: tuple[str, ...]
    waiting: str = ""


def receive_all(
    files: Sequence[UploadedFile[Any]], *, by: Viewer, clock: Callable[[], datetime] = timezone.now
) -> Received:
    """Take every file in and have it looked at: at once when small, else in the background.

    The clock is read for each file: bringing the bytes may have taken longer than an act may last.
    """
    imports, refused, waiting = [], [], ""
    for file in files:
        name = str(file.name)
        try:
            imported = actions.receive_file(file.read(), name, by=by, at=clock())
            start_look(imported, at=clock())
            imports.append(imported)
        except (NotAllowed, NotFound):
            raise
        except Refused as refusal:
            refused.append(f"{name}: {refusal.sentence}" if len(files) > 1 else refusal.sentence)
            waiting = next(iter(getattr(refusal, "__notes__", [])), "")
    return Received(tuple(imports), tuple(refused), waiting if len(files) == 1 else "")
