"""Hồ sơ: by law kept in the province's one-stop system; Chuẩn follows it by file."""
