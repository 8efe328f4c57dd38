"""Every act of the solving: where its page is, what it is called, what it asks, what the law says beside it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from chuan.petitions import forms_solving as work_forms
from chuan.petitions import forms_solving_ends as end_forms
from chuan.petitions.actions import solving as actions
from chuan.petitions.solving.deed import Deed
from chuan.rules.petitions import Kind

_FEEDBACK = frozenset({Kind.FEEDBACK, Kind.SUGGESTION})
_CASES = frozenset({Kind.COMPLAINT, Kind.DENUNCIATION})
_COMPLAINT = frozenset({Kind.COMPLAINT})
_DENUNCIATION = frozenset({Kind.DENUNCIATION})
_WORKED_ON = frozenset({"verifying", "in_work", "checking"})
_RUNNING = frozenset({"accepted", "verifying"})

DEEDS: tuple[Deed, ...] = (
    Deed(
        "assign", "giao", ("assign",), _CASES, _("Giao xác minh"), _("Giao việc"), work_forms.AssignForm,
        actions.assign, _("Đã giao; hạn nằm trong Việc của tôi của người được giao."), 20, signs=True,
        law=("{kind}.resolve", "denunciation.identity"),
        papers=("verify",),
    ),
    Deed(
        "pass_on", "giao-lai", ("accept",), _FEEDBACK, _("Giao người khác xử lý"), _("Giao việc"),
        work_forms.AssignForm, actions.assign, _("Đã giao; hạn nằm trong Việc của tôi của người được giao."), 40,
        signs=True, statuses=frozenset({"in_work"}), law=("feedback.handle",),
    ),
    Deed(
        "plan", "ke-hoach", ("plan",), _CASES, _("Lập kế hoạch xác minh"), _("Ghi kế hoạch"), work_forms.PlanForm,
        actions.plan, _("Đã ghi kế hoạch xác minh."), 31, statuses=_WORKED_ON, law=("denunciation.identity",),
        papers=("verify_plan",),
    ),
    Deed(
        "minutes", "lam-viec", ("minutes",), _CASES | _FEEDBACK, _("Ghi buổi làm việc"), _("Ghi buổi làm việc"),
        work_forms.MinutesForm, actions.minutes, _("Đã ghi buổi làm việc."), 32, statuses=_WORKED_ON,
        law=("denunciation.identity",),
    ),
    Deed(
        "evidence", "tai-lieu", ("evidence",), _CASES | _FEEDBACK, _("Ghi tài liệu, chứng cứ"), _("Ghi tài liệu"),
        work_forms.EvidenceForm, actions.evidence, _("Đã ghi tài liệu, chứng cứ."), 33, statuses=_WORKED_ON,
        law=("denunciation.identity",),
    ),
    Deed(
        "talk_notice", "bao-doi-thoai", ("talk_notice",), _COMPLAINT, _("Thông báo đối thoại"), _("Ghi thông báo"),
        work_forms.TalkNoticeForm, actions.talk_notice, _("Đã ghi thông báo đối thoại."), 34,
        statuses=frozenset({"verifying"}), law=("complaint.dialogue.notice",),
        papers=("talk_notice",),
    ),
    Deed(
        "talk", "doi-thoai", ("talk",), _COMPLAINT, _("Ghi buổi đối thoại"), _("Ghi buổi đối thoại"),
        work_forms.TalkForm, actions.talk, _("Đã ghi buổi đối thoại."), 35,
        law=("complaint.dialogue.minutes", "complaint.dialogue.copies", "complaint.dialogue.absent",
             "complaint.dialogue.notice"),
        papers=("talk_minutes",),
    ),
    Deed(
        "determine", "muc-do", ("determine",), _CASES, _("Xác định mức độ phức tạp"), _("Ghi văn bản xác định"),
        work_forms.DetermineForm, actions.determine, _("Đã ghi mức độ phức tạp; hạn chưa đổi cho tới khi gia hạn."), 50,
        signs=True, statuses=_RUNNING,
        law=("complaint.complex.document", "complaint.complex.criteria", "denunciation.especially.criteria"),
        lead=_("Văn bản xác định phải ký trước; ghi ở đây số, ngày và các tiêu chí mà văn bản nêu."),
        papers=("determine",),
    ),
    Deed(
        "prolong", "gia-han", ("prolong",), _CASES, _("Gia hạn giải quyết"), _("Ghi gia hạn"), work_forms.ProlongForm,
        actions.prolong, _("Đã gia hạn; hạn giải quyết đã tính lại."), 51, signs=True,
        law=("{kind}.extension.times", "complaint.resolve.complex", "denunciation.extension",
             "denunciation.extension.times.complex", "denunciation.extension.times.especially",
             "denunciation.extension.form"),
        lead=_("Văn bản gia hạn phải ký trước khi hết hạn. Ngày hẹn với người dân là ngày khác và không đổi hạn này."),
        papers=("prolong_complaint", "prolong_denunciation"),
    ),
    Deed(
        "suspend", "tam-dinh-chi", ("suspend",), _CASES, _("Tạm đình chỉ giải quyết"), _("Ghi tạm đình chỉ"),
        end_forms.DecisionForm, actions.suspend, _("Đã tạm đình chỉ; thời hạn dừng tới khi có quyết định tiếp tục."),
        60, signs=True, law=("{kind}.suspension.counted", "complaint.suspension.send", "complaint.suspension.form"),
        papers=("suspend", "suspend_denunciation"),
    ),
    Deed(
        "send", "gui-quyet-dinh", ("send",), _CASES, _("Gửi quyết định tạm đình chỉ, đình chỉ"), _("Ghi đã gửi"),
        end_forms.SendForm, actions.send, _("Đã ghi ngày gửi."), 22, statuses=frozenset({"suspended", "stopped"}),
        law=("complaint.suspension.send",),
    ),
    Deed(
        "resume", "tiep-tuc", ("resume",), _CASES, _("Tiếp tục giải quyết"), _("Ghi tiếp tục"), end_forms.DecisionForm,
        actions.resume, _("Đã ghi tiếp tục; thời hạn chạy tiếp phần còn lại."), 21, signs=True,
        law=("{kind}.suspension.resumes", "complaint.resuming.form"),
        lead=_("Thời hạn chạy tiếp từ chỗ đã dừng, không tính lại từ đầu."),
        papers=("resume", "resume_denunciation"),
    ),
    Deed(
        "withdraw_part", "rut-mot-phan", ("withdraw_part",), _COMPLAINT, _("Ghi việc rút một phần"),
        _("Ghi rút một phần"), end_forms.PartForm, actions.withdraw_part, _("Đã ghi; phần còn lại vẫn giải quyết."), 61,
        law=("complaint.withdrawal.partial",), lead=_("Phần không rút vẫn giải quyết; thời hạn không đổi."),
    ),
    Deed(
        "withdraw", "rut-to-cao", ("withdraw",), _DENUNCIATION, _("Ghi việc rút tố cáo"), _("Ghi việc rút"),
        end_forms.WithdrawForm, actions.withdraw, _("Đã ghi việc rút; vụ việc vẫn giải quyết tiếp."), 61,
        law=("denunciation.withdrawal.closes", "denunciation.withdrawal.grounds"),
        lead=_("Rút tố cáo không tự kết thúc vụ việc: thời hạn vẫn chạy. Phải xem ba điều dưới đây; có một điều thì "
               "giải quyết tiếp, và chỉ quyết định đình chỉ nêu căn cứ mới dừng được."),
    ),
    Deed(
        "stop", "dinh-chi", ("stop",), _CASES, _("Đình chỉ giải quyết"), _("Ghi đình chỉ"), end_forms.StopForm,
        actions.stop, _("Đã ghi đình chỉ."), 62, signs=True,
        law=("complaint.suspension.send", "complaint.suspension.form", "denunciation.withdrawal.closes"),
        papers=("stop", "stop_denunciation"),
    ),
    Deed(
        "conclude", "ket-qua", ("decide", "conclude"), _CASES, _("Ghi quyết định giải quyết"), _("Ghi kết quả"),
        end_forms.ConcludeForm, actions.conclude, _("Đã ghi kết quả giải quyết."), 40, signs=True,
        law=("{kind}.resolve",),
        own_title={Kind.DENUNCIATION: _("Ghi kết luận nội dung tố cáo")},
        papers=("decide", "conclude"),
    ),
    Deed(
        "answer", "tra-loi", ("answer",), _FEEDBACK, _("Trả lời phản ánh, kiến nghị"), _("Ghi trả lời"),
        end_forms.AnswerForm, actions.answer, _("Đã ghi trả lời."), 10, law=("feedback.handle",),
        papers=("answer",),
    ),
    Deed(
        "supply", "bo-sung", ("supply",), _FEEDBACK, _("Ghi thông tin bổ sung"), _("Ghi bổ sung"), end_forms.SupplyForm,
        actions.supply, _("Đã ghi bổ sung."), 10,
    ),
    Deed(
        "publish", "cong-khai", ("publish",), _CASES | _FEEDBACK, _("Công khai kết quả"), _("Ghi đã công khai"),
        end_forms.PublishForm, actions.publish, _("Đã ghi công khai."), 10,
        law=("{kind}.publish", "denunciation.identity"),
    ),
    Deed(
        "execute", "viec-thuc-hien", ("execute",), _CASES, _("Giao việc thực hiện kết quả"), _("Giao việc"),
        end_forms.TaskForm, actions.execute, _("Đã giao; việc nằm trong Việc của tôi của người được giao."), 20,
        signs=True, lead=_("Mỗi việc mà quyết định, kết luận yêu cầu ghi một dòng. Hạn do đơn vị đặt."),
    ),
    Deed(
        "rate", "hai-long", ("rate",), _FEEDBACK, _("Ghi mức hài lòng"), _("Ghi mức hài lòng"), end_forms.RateForm,
        actions.rate, _("Đã ghi mức hài lòng."), 30,
    ),
    Deed(
        "finish", "ket-thuc", ("finish",), _CASES | _FEEDBACK, _("Kết thúc và lưu hồ sơ"), _("Kết thúc"),
        end_forms.FinishForm, actions.finish, _("Đã kết thúc, hồ sơ đã lưu."), 45,
        lead=_("Chỉ kết thúc khi mọi việc thực hiện kết quả đã xong. Thời hạn lưu hồ sơ: CHƯA XÁC MINH, theo bảng thời "
               "hạn lưu trữ của đơn vị."),
    ),
)  # fmt: skip

BY_NAME: Mapping[str, Deed] = {one.name: one for one in DEEDS}
