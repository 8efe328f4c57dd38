"""The background worker, with a sign of life each time it looks for a task."""

from __future__ import annotations

from typing import Any

from django_tasks_db.management.commands.db_worker import Worker

from chuan.upkeep import beats


class BeatingWorker(Worker):
    """Its loop asks ``running`` before each look: that is where it gives its sign."""

    _running = False

    @property
    def running(self) -> bool:
        """Whether the loop goes on."""
        beats.beat(beats.WORKER)
        return self._running

    @running.setter
    def running(self, value: bool) -> None:
        self._running = value


def for_serving(**more: Any) -> BeatingWorker:
    """The worker of ``chuan serve``: every queue, one task at a time, until stopped."""
    usual: dict[str, Any] = {
        "queue_names": ["*"], "interval": 2, "batch": False, "backend_name": "default", "startup_delay": True,
        "max_tasks": None, "worker_id": "chuan-serve", "excluded_queue_names": [],
    }  # fmt: skip
    return BeatingWorker(**(usual | more))
