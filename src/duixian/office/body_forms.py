"""What the pages of bodies, posts and coordination bodies ask for."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.handovers.models import Handover
from duixian.office.forms import DayField, WordsField
from duixian.registers.models import Account, Body, Holder, Post

_MOST_PLACES = 50


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also where it is nothing at all; None where the form is only opened."""
    return request.POST if request.method == "POST" else None


class LookForm(forms.Form):
    """The filters of a list; they stand in its address."""

    q = WordsField(label=lazy("查找"), max_length=60)
    as_of = DayField(label=lazy("截至"), required=False)

    def __init__(self, data: Any, *, today: dt.date) -> None:
        super().__init__(data)
        self.today = today

    def clean_as_of(self) -> dt.date:
        """The asked day; an empty field is today. Nothing is known about the future."""
        day: dt.date = self.cleaned_data["as_of"] or self.today
        if day > self.today:
            raise ValidationError(_("截至日还没有到。请填今天或以前的日期。"))
        return day

    @property
    def day(self) -> dt.date:
        """The day that could be read, else today."""
        found: dt.date = self.cleaned_data.get("as_of", self.today)
        return found


class AsOfForm(LookForm):
    """The day alone, for a page about one thing."""

    def __init__(self, data: Any, *, today: dt.date) -> None:
        super().__init__(data, today=today)
        del self.fields["q"]


class AliasForm(forms.Form):
    """Another name that may be the body's."""

    name = WordsField(label=lazy("另一个名称"), required=True, max_length=120)


class RenameForm(forms.Form):
    """A body's new name."""

    name = WordsField(label=lazy("新名称"), required=True, max_length=120)
    day = DayField(label=lazy("从哪一天起用"))
    basis = WordsField(label=lazy("更名依据"), help_text=lazy("机构改革方案或更名批复的文号。"))


class PostForm(forms.Form):
    """A post, and how many may hold it at once."""

    title = WordsField(label=lazy("职务"), required=True, max_length=120)
    seats = forms.IntegerField(
        label=lazy("职数"), min_value=1, max_value=_MOST_PLACES, initial=1, help_text=lazy("同时可以有几人任这个职务。")
    )


class LiaisonForm(forms.Form):
    """A liaison of a body."""

    name = WordsField(label=lazy("姓名"), required=True, max_length=60)
    duties = WordsField(label=lazy("职责"), required=True, max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    telephone = WordsField(label=lazy("办公电话"), max_length=40, help_text=lazy("只在内部页面显示，不公开。"))
    account = forms.ModelChoiceField(queryset=Account.objects.none(), label=lazy("登录账号"), required=False)
    begins = DayField(label=lazy("从哪一天起"))

    def __init__(self, data: Any = None, *, body: Body, **more: Any) -> None:
        super().__init__(data, **more)
        own = cast("forms.ModelChoiceField[Account]", self.fields["account"])
        own.queryset = body.accounts.filter(is_active=True)


class EndForm(forms.Form):
    """The last day of something."""

    day = DayField(label=lazy("最后一天"))


class HolderField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django's class takes no parameter at run time
    """A choice of persons; of one who has left, the day."""

    def label_from_instance(self, obj: Holder) -> str:
        if obj.ends is None:
            return obj.name
        return _("%(name)s（%(day)s 离任，职务暂缺）") % {"name": obj.name, "day": obj.ends.isoformat()}


class ChangeForm(forms.Form):
    """Who leaves a post and who comes."""

    outgoing = HolderField(
        queryset=Holder.objects.none(), label=lazy("离任"), required=False, empty_label=lazy("没有人离任（新设或补缺）")
    )
    incoming = WordsField(label=lazy("接任"), max_length=60, help_text=lazy("暂缺请留空。"))
    day = DayField(label=lazy("接任首日"), help_text=lazy("原任负责到前一天为止。"))
    account = forms.ModelChoiceField(
        queryset=Account.objects.none(),
        label=lazy("接任者的登录账号"),
        required=False,
        help_text=lazy("没有账号可以不选。"),
    )
    basis = WordsField(label=lazy("任免依据"), help_text=lazy("任免文件的文号。"))

    def __init__(self, data: Any = None, *, post: Post, **more: Any) -> None:
        super().__init__(data, **more)
        followed = Handover.objects.filter(post=post).exclude(incoming=None).exclude(outgoing=None)
        outgoing = cast("forms.ModelChoiceField[Holder]", self.fields["outgoing"])
        outgoing.queryset = post.holders.exclude(pk__in=followed.values("outgoing"))
        own = cast("forms.ModelChoiceField[Account]", self.fields["account"])
        own.queryset = Account.objects.filter(is_active=True).select_related("body")


class RosterForm(forms.Form):
    """From which day a roster holds."""

    day = DayField(label=lazy("从哪一天起"), required=False, help_text=lazy("不填按文件的成文日期。"))


class AdjustForm(forms.Form):
    """The notice that puts another person into a seat."""

    holder = forms.ModelChoiceField(queryset=Holder.objects.none(), label=lazy("由谁担任"), empty_label=None)
    number = WordsField(label=lazy("调整通知的文号"), required=True, max_length=80)
    day = DayField(label=lazy("发文日期"))

    def __init__(self, data: Any = None, *, body: Body, **more: Any) -> None:
        super().__init__(data, **more)
        holders = cast("forms.ModelChoiceField[Holder]", self.fields["holder"])
        holders.queryset = Holder.objects.filter(post__body=body, ends=None).select_related("post__body")
