"""Processes with their hands, and who outside provides part of them."""

from chuan.processes.models.processes import Hand, Process
from chuan.processes.models.providers import Provider, ProviderEvaluation

__all__ = ["Hand", "Process", "Provider", "ProviderEvaluation"]
