"""What the activity log says of orders and inspections: each verb, and the sentence of each act."""

from collections.abc import Callable, Mapping
from typing import Any

from duixian.units import Sentence, gettext_noop

ORDER_VERBS = {
    "register_order": gettext_noop("督办立项"),
    "hand_over_order": gettext_noop("交办"),
    "sign_order": gettext_noop("签收督办单"),
    "remind_order": gettext_noop("催办"),
    "answer_order": gettext_noop("反馈督办单"),
    "ask_extension": gettext_noop("申请延期"),
    "decide_extension": gettext_noop("决定延期"),
    "review_order": gettext_noop("审核反馈"),
    "close_order": gettext_noop("办结销号"),
    "withdraw_order": gettext_noop("撤销立项"),
    "set_order_aside": gettext_noop("提请不立项"),
    "propose_inspection": gettext_noop("拟定督查方案"),
    "decide_inspection": gettext_noop("决定督查方案"),
    "record_visit": gettext_noop("登记到场"),
    "conclude_inspection": gettext_noop("反馈督查结论"),
    "receive_conclusion": gettext_noop("签收督查结论"),
    "object_to_conclusion": gettext_noop("对结论提出异议"),
    "decide_objection": gettext_noop("复核异议"),
    "report_rectification": gettext_noop("报整改"),
    "close_inspection": gettext_noop("办结督查"),
    "set_paper_template": gettext_noop("更换文书模板"),
    "set_email": gettext_noop("设置通知邮箱"),
    "issue_calendar_key": gettext_noop("生成或停用日历地址"),
}
_TEMPLATES = {
    "register_order": gettext_noop("督办立项：{name}"),
    "hand_over_order": gettext_noop("交办{name}，期限 {due}"),
    "sign_order": gettext_noop("签收{name}"),
    "remind_order": gettext_noop("催办{name}：{text}"),
    "answer_order": gettext_noop("反馈{name}：{text}"),
    "ask_extension": gettext_noop("申请{name}延到 {until}，原因：{text}"),
    "decide_extension": gettext_noop("不同意{name}延期：{text}"),
    "review_order": gettext_noop("退回{name}的反馈：{text}"),
    "close_order": gettext_noop("办结销号：{name}"),
    "withdraw_order": gettext_noop("撤销{name}，原因：{text}"),
    "set_order_aside": gettext_noop("没有按提请立项（{name}），原因：{reason}"),
    "propose_inspection": gettext_noop("拟定督查方案：{name}"),
    "decide_inspection": gettext_noop("不批准督查方案{name}：{text}"),
    "record_visit": gettext_noop("到场{name}：{text}"),
    "conclude_inspection": gettext_noop("反馈{name}的结论：{text}"),
    "receive_conclusion": gettext_noop("签收{name}的结论，可提异议至 {until}"),
    "object_to_conclusion": gettext_noop("对{name}的结论提出异议：{text}"),
    "decide_objection": gettext_noop("认定对{name}的异议不成立：{text}"),
    "report_rectification": gettext_noop("报{name}的整改：{text}"),
    "close_inspection": gettext_noop("办结督查：{name}"),
    "set_paper_template": gettext_noop("更换文书模板：{name}"),
    "set_email": gettext_noop("设置通知邮箱：{name}"),
    "issue_calendar_key": gettext_noop("生成或停用日历地址：{name}"),
}
# Where a decision may be yes: the detail that says so, and the sentence then; the one above is for no.
_YES = {
    "decide_extension": ("grants", gettext_noop("同意{name}延到 {until}")),
    "review_order": ("passes", gettext_noop("审核通过{name}的反馈")),
    "decide_inspection": ("approves", gettext_noop("批准督查方案{name}")),
    "decide_objection": ("upholds", gettext_noop("认定对{name}的异议成立：{text}")),
}
_WORDS = ("due", "until", "text", "reason")


def _sentence(verb: str) -> Callable[[Mapping[str, Any], Any], Sentence]:
    def sentence(detail: Mapping[str, Any], subject: Any) -> Sentence:
        key, yes = _YES.get(verb, ("", ""))
        template = yes if detail.get(key) else _TEMPLATES[verb]
        return Sentence(template, {"name": str(subject), **{word: str(detail.get(word) or "—") for word in _WORDS}})

    return sentence


ORDER_SENTENCES = {verb: _sentence(verb) for verb in ORDER_VERBS}
