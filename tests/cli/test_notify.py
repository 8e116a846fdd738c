import pytest
from django.core import mail
from tests import order_acts

from duixian.cli.main import main
from duixian.workflow.actions.set_email import set_email

pytestmark = pytest.mark.django_db


def test_everybody_is_told_and_mailed_once_however_often_it_runs(people, site, settings, capsys):
    settings.DUIXIAN_SENDS_MAIL = True
    order_acts.signed(people)
    set_email(people.acting("reporter"), email="someone@example.org")
    assert main(["notify"]) == 0
    assert main(["notify"]) == 0
    assert len(mail.outbox) == 1
    assert "督办单 某督〔2026〕1号" in mail.outbox[0].body
    assert "5个工作日" in mail.outbox[0].body
    assert capsys.readouterr().out.splitlines()[1] == "新通知 0 条，邮件 0 封。"


def test_without_a_mail_server_notices_stay_in_the_app(people, site, settings):
    settings.DUIXIAN_SENDS_MAIL = False
    order_acts.signed(people)
    set_email(people.acting("reporter"), email="someone@example.org")
    assert main(["notify"]) == 0
    assert mail.outbox == []
