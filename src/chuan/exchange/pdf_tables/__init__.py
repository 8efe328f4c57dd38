"""Tables of a PDF told as rows and cells: from their rules, or from columns that stand apart without any.

Precision before recall: where the layout is doubtful every piece stands on a line of its own and the paper says so.
"""
