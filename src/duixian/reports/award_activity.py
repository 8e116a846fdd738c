"""What the activity log says of awards: each verb, and the sentence of each act."""

from collections.abc import Callable, Mapping
from typing import Any

from duixian.units import Sentence, gettext_noop

AWARD_VERBS = {
    "file_award_claim": gettext_noop("受理奖励申请"),
    "give_award_opinion": gettext_noop("出具奖励意见"),
    "review_award_claim": gettext_noop("审核奖励申请"),
    "open_award_notice": gettext_noop("公示奖励"),
    "settle_award_objection": gettext_noop("办结异议"),
    "make_award_plan": gettext_noop("编制奖励方案"),
    "approve_award_plan": gettext_noop("批准奖励方案"),
    "issue_award_decision": gettext_noop("印发奖励决定通知书"),
    "list_award_payments": gettext_noop("列拨付清单"),
    "record_award_payment": gettext_noop("登记拨付"),
    "cancel_award": gettext_noop("取消奖励"),
    "record_award_misconduct": gettext_noop("认定个人违规"),
    "recover_award": gettext_noop("登记追回"),
    "show_identity": gettext_noop("查看身份证号码"),
    "name_act_body": gettext_noop("指定办法承办单位"),
}
_TEMPLATES = {
    "file_award_claim": gettext_noop("受理奖励申请 {name}，应发 {total} 元"),
    "give_award_opinion": gettext_noop("对奖励申请 {name} 出具意见"),
    "review_award_claim": gettext_noop("审核奖励申请 {name} {note}"),
    "open_award_notice": gettext_noop("公示奖励 {name}，至 {until}"),
    "settle_award_objection": gettext_noop("办结对 {name} 的异议"),
    "make_award_plan": gettext_noop("编制{name}，文号 {number}，{claims} 项申请"),
    "approve_award_plan": gettext_noop("批准{name}，文号 {number}，{claims} 项申请"),
    "issue_award_decision": gettext_noop("对奖励申请 {name} 印发决定通知书，文号 {number}"),
    "list_award_payments": gettext_noop("按{name}列拨付清单，{claims} 项申请"),
    "record_award_payment": gettext_noop("登记拨付 {name}，凭证 {voucher}"),
    "cancel_award": gettext_noop("取消奖励 {name}，原因：{note}"),
    "record_award_misconduct": gettext_noop("认定 {name} 中{payee}违规，原因：{note}"),
    "recover_award": gettext_noop("登记追回 {name}，凭证 {voucher}"),
    "show_identity": gettext_noop("查看 {name} 中{payee}的身份证号码，用途：{reason}"),
    "name_act_body": gettext_noop("指定奖励办法承办单位：{name}"),
}


def _said(template: str) -> Callable[[Mapping[str, Any], Any], Sentence]:
    """The template filled from the log row's own detail; what the row does not hold is told as a dash."""

    def sentence(detail: Mapping[str, Any], subject: Any) -> Sentence:
        fields = ("total", "note", "until", "claims", "number", "voucher", "payee", "reason")
        told = {name: str(detail.get(name) or "—") for name in fields}
        return Sentence(template, {"name": str(subject), **told})

    return sentence


AWARD_SENTENCES = {verb: _said(template) for verb, template in _TEMPLATES.items()}
