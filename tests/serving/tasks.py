"""A task of the tests' own, for the background worker of a real server to run."""

from __future__ import annotations

from pathlib import Path

from django_tasks import task


@task()
def leave_a_note(path: str, words: str) -> str:
    Path(path).write_text(words, encoding="utf-8")
    return words


@task()
def break_down() -> None:
    raise RuntimeError("this task fails, as tasks may")
