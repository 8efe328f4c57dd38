"""What fills the uid of each address, and what else an address asks for: the walk over all addresses reads it."""

from __future__ import annotations

from typing import Any

KINDS = {
    "official": "workforce:title_person workforce:tool_person workforce:person workforce:evidence_add people:one "
    "people:prepare_handover people:appoint "
    "people:grant people:end people:issue people:reset "
    "people:close people:kept_of people:take_away_factor people:end_sessions_of people:unlink",
    "handover": "people:handover people:confirm_handover people:confirm_handover_for people:relist_handover "
    "people:withdraw_handover people:handover_pdf people:handover_docx",
    "session": "people:end_session",
    "computer": "people:forget_computer",
    "passkey": "people:passkey_remove",
    "layout": "intake:layout_file",
    "import": "intake:import intake:progress intake:original intake:faults intake:faults_csv intake:map "
    "intake:map_by_file intake:covers intake:commit intake:discard intake:withdraw dossier_figures:certified",
    "reading": "documents:reading documents:reading_page documents:reopen",
    "scan": "documents:scan documents:scan_progress",
    "document": "documents:document documents:original documents:again documents:disseminate documents:draft_from "
    "documents:mend_issued documents:filing documents:recipients documents:recipient documents:packet_make "
    "documents:packet_download documents:packet_sent documents:packet_recall",
    "act": "documents:act documents:act_mend documents:act_end documents:act_revive",
    "basis_update": "documents:basis_settle",
    "dissemination": "documents:dissemination documents:dissemination_export documents:dissemination_remind "
    "documents:dissemination_end",
    "must_know": "documents:must_know documents:must_know_release",
    "draft": "documents:draft documents:draft_edit documents:draft_form documents:draft_history documents:draft_pdf "
    "documents:draft_docx documents:draft_card documents:draft_match documents:draft_sign documents:draft_seal "
    "documents:draft_file documents:draft_recall",
    "certificate": "documents:certificate_end",
    "ticket": "documents:ticket",
    "check": "documents:signature_check",
    "trust": "documents:trust_end",
    "folder": "documents:folder documents:folder_progress documents:folder_export",
    "signed_file": "documents:file_match documents:file_unmatch documents:file_drop",
    "incoming": "documents:incoming documents:incoming_register documents:incoming_mend documents:incoming_assign "
    "documents:incoming_finish documents:incoming_slip documents:incoming_slip_docx",
    "book": "documents:book_made documents:book_progress documents:book_download",
    "delivery": "documents:delivery documents:delivery_letter",
    "packet": "documents:packet documents:packet_original documents:packet_file documents:packet_answer",
    "correspondent": "documents:correspondent documents:correspondent_end",
    "group": "documents:group documents:group_end",
    "request": "controlled:request controlled:settle",
    "revision": "controlled:revision controlled:edit controlled:upload controlled:approve controlled:disseminate "
    "controlled:pdf controlled:word controlled:original",
    "controlled": "controlled:document controlled:mend controlled:begin controlled:look_again controlled:retire",
    "reconciliation": "dossier_figures:reconciliation dossier_figures:recheck dossier_figures:reconciliation_sheet",
    "difference": "dossier_figures:difference",
    "sample": "dossier_figures:sample",
    "sample_item": "dossier_figures:check dossier_figures:check_paper",
    "survey": "dossier_figures:survey_correct dossier_figures:survey_paper",
    "name": "dossiers:name",
    "cover": "dossiers:cover_void",
    "dossier": "dossiers:dossier dossiers:cause dossiers:end_cause dossiers:explain dossiers:apologise "
    "dossiers:apology_paper dossiers:void dossiers:fact",
    "change": "procedures:take procedures:dismiss",
    "version": "procedures:correct procedures:confirm procedures:reject procedures:end procedures:revise",
    "procedure": "procedures:one",
    "plan": "objectives:plan objectives:enter objectives:keep objectives:report objectives:report_pdf "
    "objectives:report_docx objectives:export objectives:sheet objectives:sheet_form objectives:year_table "
    "objectives:totals objectives:paths objectives:paths_sheet",
    "objective": "objectives:objective",
    "indicator": "objectives:indicator",
    "due": "objectives:due",
    "figure_set": "objectives:set objectives:set_differences objectives:set_table objectives:set_pdf "
    "objectives:set_docx objectives:set_export",
    "basis": "objectives:basis objectives:basis_file",
    "report_read": "objectives:reported objectives:report_file",
    "report_line": "objectives:report_line",
    "report_binding": "objectives:report_forget",
    "round": "objectives:next_year_round objectives:next_year_keep_mine objectives:next_year_keep_rest "
    "objectives:next_year_add objectives:next_year_closing objectives:next_year_call_off objectives:next_year_draft "
    "objectives:next_year_reopen objectives:next_year_read",
    "kept_trial": "objectives:kept_trial objectives:kept_trial_away objectives:kept_trial_back "
    "objectives:kept_trial_carry",
    "round_line": "objectives:next_year_line objectives:next_year_decide",
    "denunciation": "petitions:seal_identity petitions:seal_letter petitions:ask_opening petitions:destroy_seal "
    "petitions:blank_words petitions:reception_reply petitions:redact petitions:redact_drop petitions:redact_find "
    "petitions:redact_make petitions:redact_page petitions:redact_picture petitions:copies petitions:copy_check "
    "petitions:copy_picture petitions:copy_take petitions:copy_withdraw petitions:copy_more",
    "letter": "petitions:receipt_renew petitions:receipt_print petitions:split petitions:rekind petitions:repeats "
    "petitions:senders petitions:signer_leaves petitions:scans petitions:scan petitions:scan_remove "
    "petitions:guide petitions:choose petitions:outcome petitions:papers petitions:paper_pdf "
    "petitions:paper_word petitions:paper_draft",
    "solved": "petitions:assign petitions:pass_on petitions:plan petitions:minutes petitions:evidence "
    "petitions:talk_notice petitions:talk petitions:determine petitions:prolong petitions:suspend "
    "petitions:send petitions:resume petitions:withdraw_part petitions:withdraw petitions:stop "
    "petitions:conclude petitions:answer petitions:supply petitions:publish petitions:execute "
    "petitions:rate petitions:finish petitions:public_result petitions:concern petitions:unconcern petitions:fact "
    "petitions:work_file petitions:one petitions:void petitions:rebase "
    "petitions:outside_code petitions:part",
    "task": "petitions:task",
    "reception_day": "petitions:reception_day petitions:reception_hold petitions:reception_try "
    "petitions:reception_move petitions:reception_call_off",
    "reception_entry": "petitions:reception_entry petitions:reception_mend petitions:reception_void",
    "escalation": "petitions:escalation petitions:escalation_settle petitions:escalation_correct "
    "petitions:escalation_void",
    "escalation_cover": "petitions:escalation_cover petitions:escalation_cover_void",
    "public_post": "petitions:public_post petitions:public_aside petitions:public_photo",
    "opening_request": "petitions:opening petitions:open_seal",
    "seal_opening": "petitions:opening_seen",
    "absence": "workforce:absence_void",
    "ranking_round": "workforce:ranking_round workforce:ranking_add workforce:ranking_unit workforce:ranking_meeting "
    "workforce:ranking_decide workforce:ranking_close workforce:ranking_draft workforce:ranking_pdf "
    "workforce:ranking_sheet workforce:ranking_files",
    "assessment": "workforce:assessment workforce:assessment_self workforce:assessment_head workforce:assessment_skip "
    "workforce:assessment_return workforce:assessment_reconsider workforce:assessment_leave_out "
    "workforce:assessment_group workforce:assessment_result workforce:assessment_appeal workforce:assessment_answer "
    "workforce:assessment_void",
    "tool_account": "workforce:tool_account_end",
    "title_round": "workforce:title_decision workforce:titles_conclude workforce:titles_register "
    "workforce:titles_propose workforce:title_facts workforce:titles_council workforce:titles_vote "
    "workforce:titles_draft workforce:titles_law workforce:titles_files",
    "candidate": "workforce:candidate_void",
    "team_candidate": "workforce:title_team",
    "sitting": "workforce:title_sitting workforce:sitting_minutes workforce:sitting_void",
    "initiative": "workforce:initiative_void",
    "reward": "workforce:reward_void",
    "requirement": "workforce:requirement_end",
    "evidence": "workforce:evidence_void",
    "training_plan": "workforce:training_plan workforce:training_approve workforce:course_add",
    "course": "workforce:course workforce:course_cancel workforce:course_hold workforce:course_evaluate",
    "session_held": "workforce:session_void",
    "risk": "risks:risk risks:change risks:score risks:treat risks:plan risks:finish risks:review risks:close "
    "risks:reopen risks:move",
    "risk_action": "risks:action_done risks:action_drop",
    "context_issue": "risks:issue_change risks:issue_end",
    "interested_party": "risks:party_end risks:requirement_write",
    "party_requirement": "risks:requirement_change risks:requirement_end",
    "process": "processes:process processes:change processes:end processes:give processes:take",
    "provider": "processes:provider processes:provider_change processes:provider_evaluate processes:provider_end",
    "opened_survey": "satisfaction:one satisfaction:close satisfaction:poster satisfaction:sheet",
    "survey_answer": "satisfaction:blank",
    "nonconformity": "corrections:one corrections:pdf corrections:correct corrections:analyse corrections:plan "
    "corrections:document_add corrections:judge corrections:rows corrections:close corrections:put_aside",
    "corrective_action": "corrections:action corrections:action_drop",
    "action_done": "corrections:action_file",
    "affected_document": "corrections:document",
    "review": "reviews:one reviews:inputs reviews:say reviews:changed reviews:call_off reviews:move reviews:hold "
    "reviews:decide reviews:need_nothing reviews:sign reviews:minutes reviews:draft",
    "review_addition": "reviews:unsay",
    "review_decision": "reviews:decision reviews:withdraw",
    "check_run": "conformity:run",
    "evidence_pack": "conformity:pack conformity:pack_progress conformity:pack_file",
    "confirmation": "conformity:declare",
    "brief": "briefing:one briefing:pdf",
    "brief_line": "briefing:answer",
    "brief_foreseen": "briefing:explain",
    "brief_answer": "briefing:work",
    "inspection": "inspecting:one inspecting:find inspecting:close inspecting:minutes inspecting:more_guests",
    "inspection_finding": "inspecting:take_back",
    "guest": "inspecting:reissue inspecting:end_guest",
    "audit_programme": "audits:programme_approve audits:audit_add",
    "audit": "audits:audit audits:audit_edit audits:announce audits:begin audits:call_off audits:team audits:team_add "
    "audits:team_invite audits:sheet audits:draw_up audits:item_add audits:sheet_pdf audits:sample_draw audits:imports "
    "audits:finding_add audits:report audits:reopen audits:close audits:report_pdf audits:report_docx "
    "audits:report_draft",
    "auditor": "audits:team_lead audits:team_leave",
    "audit_item": "audits:item_save audits:item_drop",
    "audit_item_again": "audits:finding_look",
    "audit_sample": "audits:sample",
    "finding": "audits:finding audits:finding_take_back audits:finding_photo audits:finding_photo_file",
    "figure": "objectives:measurement objectives:correct objectives:evidence objectives:rows",
    "target": "objectives:target objectives:live_rows objectives:live_rows_sheet objectives:try_one "
    "objectives:try_propose objectives:try_keep",
}
"""Kind of thing → the views whose ``uid`` it fills. A new address with a uid has to be entered here."""

BESIDE = {
    "workforce:title_facts": {"official": "official"},
    "documents:basis_settle": {"document": "document"},
    "controlled:settle": {"document": "controlled"},
    "documents:packet_answer": {"answer": "packet"},
    "dossiers:end_cause": {"event": "cause"},
    "dossiers:apology_paper": {"event": "apology"},
    "dossiers:void": {"event": "cause"},
    "petitions:scan": {"file": "letter_scan"},
    "petitions:work_file": {"which": "work_file"},
    "audits:finding_photo_file": {"which": "finding_photo"},
    "petitions:scan_remove": {"file": "letter_scan"},
    "petitions:copy_check": {"copy": "covered_copy"},
    "petitions:copy_picture": {"copy": "covered_copy"},
    "petitions:copy_take": {"copy": "covered_copy"},
    "petitions:copy_withdraw": {"copy": "covered_copy"},
    "petitions:copy_more": {"copy": "covered_copy"},
}
"""A second uid of an address, and the kind that fills it."""

WORDS: dict[str, dict[str, Any]] = {
    "calendar:*": {"year": 2021},
    "people:room": {"key": "petitions"},
    "people:room_kept": {"key": "petitions"},
    "documents:watch_rows": {"key": "trung"},
    "documents:watch_export": {"key": "trung"},
    "documents:packet_file": {"place": 0},
    "documents:recipient": {"position": 1},
    "documents:reading_page": {"number": 1, "page": 1, "place": 1},
    "dossiers:fact": {"which": "tiep-nhan"},
    "record_systems:change": {"register": "dossiers"},
    "petitions:take_kind": {"which": "khieu-nai"},
    "petitions:outcome": {"slug": "luu"},
    "workforce:tool_rule": {"slug": "thu"},
    "workforce:law": {"slug": "danh-hieu"},
    "workforce:law_own": {"slug": "xep-loai"},
    "workforce:keeping_term": {"slug": "vi-sao-vang"},
    "workforce:keeping_blank": {"slug": "vi-sao-vang"},
    "petitions:paper_pdf": {"key": "phieu-huong-dan"},
    "petitions:paper_word": {"key": "phieu-huong-dan"},
    "petitions:paper_draft": {"key": "phieu-huong-dan"},
    "corrections:rows": {"number": 0},
    "corrections:action_file": {"number": 1},
    "petitions:void": {"number": 1},
    "petitions:redact_page": {"page": 1},
    "petitions:redact_picture": {"page": 1},
    "petitions:copy_picture": {"page": 1},
    "petitions:public_photo": {"number": 1},
    "intake:shipped_file": {"fingerprint": "x"},
    "reviews:say": {"letter": "c1"},
    "briefing:answer": {"slug": "giao-viec"},
    "conformity:say": {"number": "8-3"},
    "conformity:over": {"number": "8-3"},
    "conformity:duty_done": {"year": 2021, "key": "report"},
    "conformity:duty_back": {"year": 2021, "key": "report"},
    "conformity:remind": {"year": 2021},
    "conformity:notice": {"year": 2021},
}
"""Parts of an address that are no uid."""
