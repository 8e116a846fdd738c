"""Who may do what: the one table of every verb and every page, by role. Nothing else decides.

A verb or page that is not in the table is refused to everyone. ``ANYONE`` is a visitor without an account.
Scopes beyond the role (a reporter's own body) are checked by the action, through ``scope.py``.
"""

from typing import Any

from duixian.registers.models import Account, Role

ANYONE = "anyone"
_S, _R, _L, _A, _X = Role.SUPERVISION, Role.REPORTER, Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR
_OFFICIALS = frozenset({_S, _R, _L, _A, _X})
_EVERYONE = _OFFICIALS | {ANYONE}

VERBS: dict[str, frozenset[str]] = {
    "add_source": frozenset({_S}),
    "decide_proposal": frozenset({_S}),
    "adopt_document": frozenset({_S}),
    "release_commitments": frozenset({_S}),
    "withdraw_commitment": frozenset({_S}),
    "post_progress": frozenset({_S, _R}),
    "correct_progress": frozenset({_S, _R}),
    "load_places": frozenset({_X}),
    "load_boundaries": frozenset({_S, _X}),
    "set_tiles": frozenset({_S, _X}),
    "create_account": frozenset({_X}),
    "switch_account": frozenset({_X}),
    "reset_password": frozenset({_X}),
    # Awards: of the reporters, those alone whose body has the part that ``award_scope`` asks for.
    "file_award_claim": frozenset({_R}),
    "give_award_opinion": frozenset({_R}),
    "review_award_claim": frozenset({_R}),
    "open_award_notice": frozenset({_R}),
    "settle_award_objection": frozenset({_R}),
    "make_award_plan": frozenset({_R}),
    "approve_award_plan": frozenset({_L}),
    "issue_award_decision": frozenset({_R}),
    "list_award_payments": frozenset({_R}),
    "record_award_payment": frozenset({_R}),
    "cancel_award": frozenset({_R}),
    "record_award_misconduct": frozenset({_R}),
    "recover_award": frozenset({_R}),
    "show_identity": frozenset({_R, _A}),
    "name_act_body": frozenset({_X}),
    # Shares: a reporter shares further what the body answers for.
    "share_out": frozenset({_S}),
    "cover_places": frozenset({_S}),
    "share_further": frozenset({_S, _R}),
    "retype_target": frozenset({_S}),
    "link_targets": frozenset({_S}),
    "decide_link": frozenset({_S}),
    # Orders and inspections: of the reporters, those alone whose body it concerns.
    "register_order": frozenset({_S}),
    "hand_over_order": frozenset({_S}),
    "sign_order": frozenset({_R}),
    "remind_order": frozenset({_S}),
    "answer_order": frozenset({_R}),
    "ask_extension": frozenset({_R}),
    "decide_extension": frozenset({_S}),
    "review_order": frozenset({_S}),
    "close_order": frozenset({_S}),
    "withdraw_order": frozenset({_S}),
    "set_order_aside": frozenset({_S}),
    "propose_inspection": frozenset({_S}),
    "decide_inspection": frozenset({_L}),
    "record_visit": frozenset({_S}),
    "conclude_inspection": frozenset({_S}),
    "receive_conclusion": frozenset({_R}),
    "object_to_conclusion": frozenset({_R}),
    "decide_objection": frozenset({_S, _L}),
    "report_rectification": frozenset({_R}),
    "close_inspection": frozenset({_S}),
    "set_paper_template": frozenset({_S}),
    "set_email": _OFFICIALS,
    "issue_calendar_key": _OFFICIALS,
    "issue_access_token": _OFFICIALS,
    "revoke_access_token": _OFFICIALS,
    # Reports: of the reporters, the body that owes it fills it in and the one that leads passes it on.
    "submit_filing": frozenset({_R}),
    "add_evidence": frozenset({_R}),
    "pass_filing": frozenset({_R}),
    "return_filing": frozenset({_S, _R}),
    "accept_filing": frozenset({_S}),
    "reopen_filing": frozenset({_S}),
    "accept_target": frozenset({_S}),
    "revoke_acceptance": frozenset({_S}),
    # Whoever asks does not lift the ceiling over what is asked.
    "set_ceilings": frozenset({_X}),
    "complain": _OFFICIALS,
    "answer_complaint": frozenset({_S}),
    # Names, posts and coordination bodies; of the reporters, each names the liaisons of their own body.
    "propose_alias": frozenset({_S}),
    "decide_alias": frozenset({_S}),
    "rename_body": frozenset({_S}),
    "enter_posts": frozenset({_S}),
    "name_post": frozenset({_S}),
    "change_holder": frozenset({_S}),
    "enter_coordination": frozenset({_S}),
    "record_adjustment": frozenset({_S}),
    "name_liaison": frozenset({_S, _R}),
    "end_liaison": frozenset({_S, _R}),
}

PAGES: dict[str, frozenset[str]] = {
    "public:commitments": _EVERYONE,
    "public:commitment": _EVERYONE,
    "public:about": _EVERYONE,
    "public:award_notices": _EVERYONE,
    "public:award_notice": _EVERYONE,
    "public:award_receipt": _EVERYONE,
    "set_language": _EVERYONE,
    "account_login": _EVERYONE,
    "account_logout": _EVERYONE,
    "account_reauthenticate": _OFFICIALS,
    "account_change_password": _OFFICIALS,
    "mfa_index": _OFFICIALS,
    "mfa_authenticate": _EVERYONE,
    "mfa_reauthenticate": _OFFICIALS,
    "mfa_activate_totp": _OFFICIALS,
    "mfa_deactivate_totp": _OFFICIALS,
    "mfa_generate_recovery_codes": _OFFICIALS,
    "mfa_view_recovery_codes": _OFFICIALS,
    "mfa_download_recovery_codes": _OFFICIALS,
    "office:board": _OFFICIALS,
    "office:commitment": _OFFICIALS,
    "office:gantt": _OFFICIALS,
    "office:map": _OFFICIALS,
    "office:county": _OFFICIALS,
    "office:summary": frozenset({_S, _L, _A}),
    "office:changes": _OFFICIALS,
    "office:body": _OFFICIALS,
    "office:map_layout": frozenset({_S, _A, _X}),
    "office:load_boundaries": VERBS["load_boundaries"],
    "office:set_tiles": VERBS["set_tiles"],
    "office:commitment_gantt": _OFFICIALS,
    "office:source_file": frozenset({_S, _L, _A}),
    "office:post_progress": VERBS["post_progress"],
    "office:correct_progress": VERBS["correct_progress"],
    "office:allocations": _OFFICIALS,
    "office:target_shares": _OFFICIALS,
    "office:share_out": VERBS["share_out"],
    "office:cover_places": VERBS["cover_places"],
    "office:share_further": VERBS["share_further"],
    "office:retype_target": VERBS["retype_target"],
    "office:links": frozenset({_S, _L, _A}),
    "office:tokens": _OFFICIALS,
    "office:issue_access_token": VERBS["issue_access_token"],
    "office:revoke_access_token": VERBS["revoke_access_token"],
    "office:link_targets": VERBS["link_targets"],
    "office:decide_link": VERBS["decide_link"],
    "office:sources": frozenset({_S, _A}),
    "office:add_source": VERBS["add_source"],
    "office:compare": frozenset({_S, _L, _A}),
    "office:review": frozenset({_S, _A}),
    "office:decide": VERBS["decide_proposal"],
    "office:accept": VERBS["decide_proposal"],
    "office:adopt": VERBS["adopt_document"],
    "office:release": VERBS["release_commitments"],
    "office:withdraw": VERBS["withdraw_commitment"],
    "office:activity": frozenset({_S, _A}),
    "office:accounts": frozenset({_X, _A}),
    "office:create_account": VERBS["create_account"],
    "office:switch_account": VERBS["switch_account"],
    "office:reset_password": VERBS["reset_password"],
    "office:awards": frozenset({_S, _R, _L, _A}),
    "office:award": frozenset({_S, _R, _L, _A}),
    "office:award_paper": frozenset({_R, _A}),
    "office:file_award_claim": VERBS["file_award_claim"],
    "office:give_award_opinion": VERBS["give_award_opinion"],
    "office:review_award_claim": VERBS["review_award_claim"],
    "office:open_award_notice": VERBS["open_award_notice"],
    "office:settle_award_objection": VERBS["settle_award_objection"],
    "office:record_award_payment": VERBS["record_award_payment"],
    "office:cancel_award": VERBS["cancel_award"],
    "office:recover_award": VERBS["recover_award"],
    "office:record_award_misconduct": VERBS["record_award_misconduct"],
    "office:issue_award_decision": VERBS["issue_award_decision"],
    "office:show_identity": VERBS["show_identity"],
    "office:award_plans": frozenset({_S, _R, _L, _A}),
    "office:make_award_plan": VERBS["make_award_plan"],
    "office:approve_award_plan": VERBS["approve_award_plan"],
    "office:list_award_payments": VERBS["list_award_payments"],
    "office:award_decision": frozenset({_S, _R, _L, _A}),
    "office:award_plan_document": frozenset({_S, _R, _L, _A}),
    "office:payment_list": frozenset({_S, _R, _L, _A}),
    "office:award_what_if": frozenset({_S, _L, _A}),
    "office:award_bodies": frozenset({_X, _A}),
    "office:name_act_body": VERBS["name_act_body"],
    "office:orders": frozenset({_S, _R, _L, _A}),
    "office:order": frozenset({_S, _R, _L, _A}),
    "office:order_paper": frozenset({_S, _R, _L, _A}),
    "office:inspections": frozenset({_S, _R, _L, _A}),
    "office:inspection": frozenset({_S, _R, _L, _A}),
    "office:register_order": VERBS["register_order"],
    "office:hand_over_order": VERBS["hand_over_order"],
    "office:sign_order": VERBS["sign_order"],
    "office:remind_order": VERBS["remind_order"],
    "office:answer_order": VERBS["answer_order"],
    "office:ask_extension": VERBS["ask_extension"],
    "office:decide_extension": VERBS["decide_extension"],
    "office:review_order": VERBS["review_order"],
    "office:close_order": VERBS["close_order"],
    "office:withdraw_order": VERBS["withdraw_order"],
    "office:propose_inspection": VERBS["propose_inspection"],
    "office:decide_inspection": VERBS["decide_inspection"],
    "office:record_visit": VERBS["record_visit"],
    "office:conclude_inspection": VERBS["conclude_inspection"],
    "office:receive_conclusion": VERBS["receive_conclusion"],
    "office:object_to_conclusion": VERBS["object_to_conclusion"],
    "office:decide_objection": VERBS["decide_objection"],
    "office:report_rectification": VERBS["report_rectification"],
    "office:close_inspection": VERBS["close_inspection"],
    "office:duties": _OFFICIALS,
    "office:filing": VERBS["submit_filing"],
    "office:filing_month": VERBS["submit_filing"],
    "office:filings": frozenset({_S, _R, _L, _A}),
    "office:filing_detail": frozenset({_S, _R, _L, _A}),
    "office:evidence_file": frozenset({_S, _R, _L, _A}),
    "office:pass_filing": VERBS["pass_filing"],
    "office:accept_filing": VERBS["accept_filing"],
    "office:accept_filings": VERBS["accept_filing"],
    "office:return_filing": VERBS["return_filing"],
    "office:reopen_filing": VERBS["reopen_filing"],
    "office:accept_target": VERBS["accept_target"],
    "office:revoke_acceptance": VERBS["revoke_acceptance"],
    "office:completeness": frozenset({_S, _R, _L, _A}),
    "office:burden": _OFFICIALS,
    "office:set_ceilings": VERBS["set_ceilings"],
    "office:complaints": _OFFICIALS,
    "office:complain": VERBS["complain"],
    "office:answer_complaint": VERBS["answer_complaint"],
    "office:proposed_orders": frozenset({_S, _L, _A}),
    "office:set_order_aside": VERBS["set_order_aside"],
    "calendar": _EVERYONE,  # to whoever has the key
    "office:notices": _OFFICIALS,
    "office:set_email": VERBS["set_email"],
    "office:issue_calendar_key": VERBS["issue_calendar_key"],
    "office:order_notice": frozenset({_S, _R, _L, _A}),
    "office:quarter": frozenset({_S, _L, _A}),
    "office:paper_templates": frozenset({_S, _A}),
    "office:paper_template": frozenset({_S, _A}),
    "office:set_paper_template": VERBS["set_paper_template"],
    "office:bodies": frozenset({_S, _R, _L, _A}),
    "office:body_register": frozenset({_S, _R, _L, _A}),
    "office:aliases": frozenset({_S, _A}),
    "office:decide_alias": VERBS["decide_alias"],
    "office:propose_alias": VERBS["propose_alias"],
    "office:rename_body": VERBS["rename_body"],
    "office:name_post": VERBS["name_post"],
    "office:enter_posts": VERBS["enter_posts"],
    "office:post": frozenset({_S, _R, _L, _A}),
    "office:change_holder": VERBS["change_holder"],
    "office:handovers": frozenset({_S, _L, _A}),
    "office:handover": frozenset({_S, _R, _L, _A}),
    "office:coordinations": frozenset({_S, _R, _L, _A}),
    "office:coordination": frozenset({_S, _R, _L, _A}),
    "office:enter_coordination": VERBS["enter_coordination"],
    "office:record_adjustment": VERBS["record_adjustment"],
    "office:adjusting_notice": VERBS["record_adjustment"],
    "office:name_liaison": VERBS["name_liaison"],
    "office:end_liaison": VERBS["end_liaison"],
}


# What programs may call, by the operation's name; the same acts and reports as on the pages, for the same roles.
_READ = ("board", "commitment", "allocations", "target_shares", "links", "duties", "orders")
_DONE = ("post_progress", "correct_progress", "share_out", "pass_filing", "accept_filing", "return_filing")
API: dict[str, frozenset[str]] = {
    **{f"read_{page}": PAGES[f"office:{page}"] for page in _READ},
    "read_lights": PAGES["office:board"],
    **{verb: VERBS[verb] for verb in _DONE},
}


def role_of(account: Any) -> str:
    """The role of a signed-in, active account; ``ANYONE`` for everybody else."""
    return account.role if isinstance(account, Account) and account.is_active else ANYONE


def may(account: Any, verb: str) -> bool:
    """Whether the role may do ``verb`` at all."""
    return role_of(account) in VERBS.get(verb, frozenset())


def may_open(account: Any, page: str) -> bool:
    """Whether the role may open the page with this URL name."""
    return role_of(account) in PAGES.get(page, frozenset())


def may_call(account: Any, operation: str) -> bool:
    """Whether the role may call the API's operation with this name."""
    return role_of(account) in API.get(operation, frozenset())


def pages_for(account: Any) -> dict[str, bool]:
    """For templates: each page's name without its colon (``office_board``), and whether it may be opened."""
    role = role_of(account)
    return {page.replace(":", "_"): role in roles for page, roles in PAGES.items()}
