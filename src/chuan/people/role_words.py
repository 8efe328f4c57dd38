"""What each role may do, in words for whoever gives it; docs/access.md is the table behind them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people.roles import Role

MAY: dict[str, str | Promise] = {
    Role.CHAIRMAN: _(
        "Phân công văn bản đến, duyệt và ký văn bản, phê duyệt tài liệu, giao chức danh và vai trò, xem nhật ký."
    ),
    Role.VICE_CHAIRMAN: _(
        "Phân công văn bản đến, duyệt và ký văn bản, phê duyệt tài liệu, lập kế hoạch mục tiêu."
    ),
    Role.OFFICE_CLERK: _(
        "Nhận và xác nhận quyết định, nhập số liệu, duyệt nội dung dự thảo, giữ lịch, nhập tệp; làm việc của văn thư "
        "khi đơn vị chưa có văn thư."
    ),
    Role.REGISTRY_CLERK: _(
        "Đăng ký văn bản đến, kiểm tra thể thức, cấp số, đóng dấu, phát hành, giữ sổ văn bản."
    ),
    Role.ONE_STOP_CLERK: _(
        "Nhập tệp hồ sơ, giữ danh mục thủ tục, ghi nguyên nhân, giải trình và xin lỗi của hồ sơ."
    ),
    Role.PETITION_CLERK: _(
        "Tiếp công dân, nhận và phân loại đơn, giữ sổ đơn thư; thấy mọi đơn của đơn vị trừ đơn về chính mình."
    ),
    Role.PERSONNEL_CLERK: _(
        "Giữ sổ năng lực, ngày vắng, công cụ số, đợt xếp loại và danh hiệu; thấy những gì đang ghi về mọi cán bộ của "
        "đơn vị, không tự chấm điểm ai."
    ),
    Role.SPECIALIST: _("Soạn dự thảo, giải quyết việc được giao, nhập số liệu của mục tiêu mình phụ trách."),
    Role.ISO_SECRETARY: _(
        "Giữ tài liệu kiểm soát, xem xét lần ban hành, nhập và đo số liệu, theo dõi việc nắm vững, xem nhật ký."
    ),
    Role.ISO_BOARD: _("Xem mọi sổ của đơn vị; không tự sửa sổ nào."),
    Role.AUDITOR: _("Xem mọi sổ, tệp nhập gốc và nhật ký để đánh giá; không sửa sổ nào."),
    Role.ADMINISTRATOR: _(
        "Giữ cán bộ, tài khoản, vai trò, lịch, quy định riêng, sao lưu; không duyệt và không ký văn bản."
    ),
    Role.OVERSEER: _("Xem số liệu của đơn vị từ cấp trên; không soạn, không sửa gì."),
    Role.INSPECTOR: _(
        "Khách trong ngày kiểm tra: chỉ xem trang của hệ thống quản lý, ghi phát hiện; mỗi trang mở có dòng nhật ký."
    ),
}
"""One sentence for each role."""
