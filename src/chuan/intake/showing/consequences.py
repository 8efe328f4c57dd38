"""What goes back when an import is withdrawn, said before the button is pressed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.intake.models import Import
from chuan.intake.showing.words import period_said
from chuan.ui.formatters import number


def of_withdrawing(imported: Import) -> list[str]:
    """Each consequence as a sentence."""
    said = []
    if imported.rows_new:
        said.append(_("%s dòng mới do tệp này đưa vào không còn được đếm.") % number(imported.rows_new))
    if imported.rows_changed:
        said.append(_("%s dòng trở lại như trước khi nhập tệp này.") % number(imported.rows_changed))
    if imported.rows_gone and imported.keep_gone is False:
        said.append(_("%s dòng đã bỏ ra được đếm lại.") % number(imported.rows_gone))
    if imported.covers:
        said.append(
            _("Kỳ %s không còn được coi là đã nhập, trừ khi tệp khác cũng nói về kỳ ấy.")
            % period_said(imported.covers)
        )
    said.append(_("Tệp, người nhập và lý do rút vẫn còn trong danh sách; số đã chốt không bị sửa."))
    return said
