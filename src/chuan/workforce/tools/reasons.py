"""Why an official counts as he does. Frozen with figures, so never translated and never reworded lightly."""

from __future__ import annotations

AWAY = "vắng có lý do"
PART_OF_MONTH = "mới đến hoặc đã đi trong tháng"
NOT_IN_POST = "không giữ chức danh ngày cuối tháng"
BELOW = "dùng ít hơn mức quy định"
NO_ACCOUNT = "chưa có tài khoản nào"
"""None says why somebody was away: that is nobody's matter here."""
