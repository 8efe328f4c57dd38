"""Finding things by words without marks: what may be found, its index, and the search itself.

Rooms say what may be found (``entries.put`` inside their own act, ``offers.search.offer`` for rebuilding);
``finding.find`` answers. No triggers: an index that vanishes silently is worse than none (docs/decisions/search.md).
"""
