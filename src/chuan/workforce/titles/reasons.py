"""Why an official counts as he does. Frozen with figures, so never translated and never reworded lightly.

None says how somebody was ranked, that he was disciplined or why he was away: rows are read by more people than that.
"""

from __future__ import annotations

NOT_GIVEN = "không có trong quyết định danh hiệu của năm"
NEWCOMER = "chưa đủ thời gian công tác trong năm"
NOT_REGISTERED = "không đăng ký danh hiệu đầu năm"
NOT_PROPOSED = "Hội đồng chưa đề nghị"
NOT_CONSIDERED = "không thuộc diện xét theo hồ sơ"
