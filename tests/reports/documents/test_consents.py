"""Consents and supplementary agreements as papers."""

from decimal import Decimal

import pytest

from people.consents.services import give_consent, request_consent
from people.consents.states import Disclosed, PaymentKind, Purpose
from reports.documents.agreements import agreement_paper
from reports.documents.consents import consent_paper, forms_paper
from reports.documents.papers import pdf, render
from reports.printing.models import PaperJob
from tests.people.consents.factories import make_draft, take_default_texts
from tests.world import DAY, PASSWORD, make_employment, make_mentor_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(home):
    place = home
    take_default_texts(place.organization)
    return place


def text_of(paper):
    return " ".join(render(paper).replace("\xa0", " ").split())


def test_a_given_consent_is_printed_word_for_word_and_a_form_has_boxes_to_tick(home):
    consent = request_consent(home.staff.employment, Purpose.DISCLOSURE, by=home.curator.user)
    form = text_of(consent_paper(consent, day=DAY))
    assert "[ ] фамилия, имя, отчество" in form.replace("[    ]", "[ ]")
    give_consent(consent, by=home.staff.user, password=PASSWORD, fields=[Disclosed.POST])
    paper = consent_paper(consent, day=DAY)
    said = [line.strip() for line in consent.wording.splitlines() if line.strip()]
    assert list(paper.sheets[0].lines) == said


def test_all_missing_forms_are_one_file_with_a_sheet_for_each(home):
    asked = [(home.staff.employment, Purpose.PROCESSING), (home.mentor.employment, Purpose.MENTOR)]
    paper = forms_paper(home.organization, asked, day=DAY)
    assert [sheet.title for sheet in paper.sheets] == [
        "Согласие на обработку персональных данных",
        "Согласие работника быть наставником",
    ]


def test_the_page_of_lacking_consents_prints_the_forms_of_one_person_and_of_those_ticked(home, client):
    lacking = make_mentor_entry(make_employment(home.organization, "Заяц")).employment
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    start = f"/o/{home.organization.slug}/"
    page = client.get(f"{start}consents/missing/").content.decode()
    assert f'href="{start}papers/consent_form/{lacking.pk}/pdf/"' in page
    assert client.get(f"{start}papers/consent_form/{lacking.pk}/pdf/").content.startswith(b"%PDF")
    assert f'action="{start}papers/consent_form/"' in page
    client.post(f"{start}papers/consent_form/", {"ids": [lacking.pk], "form": "pdf"})
    job = PaperJob.objects.get()
    assert (job.kind, job.form, [pk for pk, _name in job.keys]) == ("consent_form", "pdf", [lacking.pk])


def test_a_consent_to_the_head_has_its_corner_above_the_title(home):
    [sheet] = forms_paper(home.organization, [(home.mentor.employment, Purpose.MENTOR)], day=DAY).sheets
    assert [line.replace("\xa0", " ") for line in sheet.corner] == [
        "Директору school-3",
        "Заречной Ирине Львовне",
        "от учителя математики",
        "Ковальчук Марии Петровны",
    ]
    assert sheet.lines[0].startswith("Я, Ковальчук") and sheet.lines[-1].endswith("/ М.\xa0П.\xa0Ковальчук")


def test_the_agreement_says_what_the_law_asks_for(home):
    agreement = make_draft(
        home.mentor.employment,
        number="4",
        contract="от 01.09.2020 № 17",
        payment_kind=PaymentKind.PERCENT,
        payment_amount=Decimal("12.50"),
        per_mentee=True,
        payment_basis="Положение об оплате труда",
    )
    said = text_of(agreement_paper(agreement, day=DAY))
    for words in (
        "Дополнительное соглашение № 4",
        "к трудовому договору от 01.09.2020 № 17",
        "в лице директора Заречной Ирины Львовны, действующей на основании устава",
        "учитель математики Ковальчук Мария Петровна, далее – Работник",
        "Наставляемый – учитель физики Черных Лев Львович.",
        "оказывать наставляемому помощь в овладении профессией",
        "с 1 сентября 2026 г. по 31 мая 2027 г.",
        "доплата в размере 12,5 % должностного оклада в месяц за каждого наставляемого.",
        "Основание: Положение об оплате труда.",
        "Работник вправе в любое время досрочно отказаться",
        "не менее чем за 3 рабочих дня",
    ):
        assert words in said, words


# The letters on paper are the same on either engine.
@pytest.mark.printed
def test_the_agreement_without_pay_says_so_and_makes_a_file(home):
    paper = agreement_paper(make_draft(home.mentor.employment, mentor_notice_days=1), day=DAY)
    said = text_of(paper)
    assert "Дополнительная оплата за работу по наставничеству не устанавливается." in said
    assert "предупредив Работодателя не менее чем за 1 рабочий день" in said
    assert pdf(paper).startswith(b"%PDF")
