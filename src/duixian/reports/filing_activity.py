"""What the activity log says of reports, acceptances, ceilings and complaints."""

from collections.abc import Callable, Mapping
from typing import Any

from duixian.units import Sentence, gettext_noop

FILING_VERBS = {
    "submit_filing": gettext_noop("提交填报"),
    "add_evidence": gettext_noop("上传凭据"),
    "pass_filing": gettext_noop("牵头单位通过填报"),
    "return_filing": gettext_noop("退回填报"),
    "accept_filing": gettext_noop("接受填报"),
    "reopen_filing": gettext_noop("重新打开填报"),
    "accept_target": gettext_noop("验收指标"),
    "revoke_acceptance": gettext_noop("撤销验收"),
    "set_ceilings": gettext_noop("设定填报上限"),
    "complain": gettext_noop("提出意见建议"),
    "answer_complaint": gettext_noop("答复意见建议"),
}
_TEMPLATES = {
    "submit_filing": gettext_noop("提交{name}的填报，{figures} 项"),
    "add_evidence": gettext_noop("上传凭据“{name}”"),
    "pass_filing": gettext_noop("通过{name}的填报"),
    "return_filing": gettext_noop("退回{name}的填报，原因：{reason}"),
    "accept_filing": gettext_noop("接受{name}的填报并锁定"),
    "reopen_filing": gettext_noop("重新打开{name}的填报，原因：{reason}"),
    "accept_target": gettext_noop("验收指标“{name}” {note}"),
    "revoke_acceptance": gettext_noop("撤销指标“{name}”的验收，原因：{reason}"),
    "set_ceilings": gettext_noop(
        "每月填报上限：{was_fields} 项改为 {fields} 项，{was_minutes} 分钟改为 {minutes} 分钟"
    ),
    "complain": gettext_noop("提出意见建议"),
    "answer_complaint": gettext_noop("答复意见建议“{name}”"),
}
_FIELDS = ("figures", "reason", "note", "was_fields", "fields", "was_minutes", "minutes")


def _said(template: str) -> Callable[[Mapping[str, Any], Any], Sentence]:
    """The template filled from the log row's own detail; what the row does not hold is told as a dash."""

    def sentence(detail: Mapping[str, Any], subject: Any) -> Sentence:
        told = {name: str(detail.get(name) or "—") for name in _FIELDS}
        return Sentence(template, {"name": str(subject), **told})

    return sentence


FILING_SENTENCES = {verb: _said(template) for verb, template in _TEMPLATES.items()}
