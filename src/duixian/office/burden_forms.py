"""What the burden pages ask for: a month, the ceilings, a complaint and its answer."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.office.filing_review_forms import MonthField
from duixian.office.forms import WordsField


class BurdenForm(forms.Form):
    """Which month; it stands in the address."""

    month = MonthField(label=lazy("月份"), required=False)


class CeilingsForm(forms.Form):
    """The most that may be asked of a county in a month."""

    most_fields = forms.IntegerField(label=lazy("每月最多要填几项"), min_value=1, max_value=10_000)
    most_minutes = forms.IntegerField(label=lazy("每月最多花几分钟"), min_value=1, max_value=10_000)


class ComplaintForm(forms.Form):
    """What is wrong with what is asked, or would make it lighter."""

    text = WordsField(
        label=lazy("意见或建议"),
        required=True,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=lazy("例如哪一项重复要、哪一项别处已有。页面只显示单位，不显示姓名。"),
        error_messages={"required": lazy("请写明意见或建议，没有提交。")},
    )


class AnswerForm(forms.Form):
    """The answer to a complaint."""

    text = WordsField(
        label=lazy("答复"),
        required=True,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("请写明答复，没有提交。")},
    )
