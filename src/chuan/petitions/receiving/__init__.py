"""Receiving and sorting of letters: what is asked, who reads, what came before, receipts."""
