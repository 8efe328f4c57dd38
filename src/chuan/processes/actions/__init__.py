"""Everything that changes the map of processes, and the register of who outside provides part of them."""

from chuan.processes.actions.mapping import (
    Written,
    change_process,
    define_process,
    end_process,
    give_part,
    take_over,
    take_part_away,
)
from chuan.processes.actions.providing import (
    Judged,
    Provided,
    change_provider,
    end_provider,
    evaluate_provider,
    list_provider,
)

__all__ = [
    "Judged", "Provided", "Written", "change_process", "change_provider", "define_process", "end_process",
    "end_provider", "evaluate_provider", "give_part", "list_provider", "take_over", "take_part_away",
]  # fmt: skip
