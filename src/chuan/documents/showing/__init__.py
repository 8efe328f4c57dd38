"""The review page: the paper with its numbered spans on one side, what was read on the other."""
