"""The register, the own page, the answers, the scan."""

import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from people.banks.states import LIVE_STATES, EntryState
from people.consents.models import Consent
from people.consents.selectors import NOT_IN_BANK
from people.consents.services import request_consent, save_text
from people.consents.states import ConsentState, Purpose
from people.models import Notice
from tests.world import CANARY, PASSWORD, give_consent, make_employment, make_mentor_entry, make_user, undrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(home):
    return request_consent(home.staff.employment, Purpose.PROCESSING, by=home.curator.user)


@pytest.fixture
def as_user(client):
    def enter(person):
        client.force_login(person.user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return enter


def _url(home, tail):
    return f"/o/{home.organization.slug}/{tail}"


def _paper(home, employment, purpose=Purpose.PROCESSING):
    return _url(home, f"staff/{employment.pk}/consents/{purpose}/paper/")


def test_the_register_knows_every_state_outside_the_bank():
    assert set(NOT_IN_BANK) == set(EntryState) - set(LIVE_STATES)


def test_the_person_reads_the_text_and_gives_the_consent(home, asked, as_user):
    client = as_user(home.staff)
    page = client.get(_url(home, f"consents/{asked.pk}/give/")).content.decode()
    assert "Шевченко Олег Игоревич" in page
    answer = client.post(_url(home, f"consents/{asked.pk}/give/"), {"password": PASSWORD})
    assert answer.headers["Location"] == _url(home, "consents/mine/")
    asked.refresh_from_db()
    assert asked.state == ConsentState.GIVEN


def test_a_wrong_password_shows_the_text_again_with_the_reason(home, asked, as_user):
    answer = as_user(home.staff).post(_url(home, f"consents/{asked.pk}/give/"), {"password": "мимо"})
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"password"}


def test_a_second_press_leads_to_the_consent_instead_of_an_error(home, asked, as_user):
    client = as_user(home.staff)
    for _press in range(2):
        answer = client.post(_url(home, f"consents/{asked.pk}/give/"), {"password": PASSWORD})
    assert answer.headers["Location"] == _url(home, f"consents/{asked.pk}/")
    assert client.post(_url(home, f"consents/{asked.pk}/refuse/")).status_code == 302
    asked.refresh_from_db()
    assert asked.state == ConsentState.GIVEN


def test_withdrawing_shows_the_consequences_first(home, as_user):
    consent = home.mentor_consent
    client = as_user(home.mentor)
    client.get(_url(home, f"consents/{consent.pk}/withdraw/"))
    consent.refresh_from_db()
    assert consent.state == ConsentState.GIVEN
    client.post(_url(home, f"consents/{consent.pk}/withdraw/"))
    consent.refresh_from_db()
    assert consent.state == ConsentState.WITHDRAWN


def test_a_consent_of_another_person_or_organization_is_not_there(world, home, as_user):
    client = as_user(home.staff)
    for consent in (home.mentor_consent, world.other.mentor_consent):
        assert client.get(_url(home, f"consents/{consent.pk}/")).status_code == 404
        assert client.post(_url(home, f"consents/{consent.pk}/withdraw/")).status_code == 404
    assert as_user(home.curator).get(_paper(home, world.other.staff.employment)).status_code == 404


def test_an_unknown_purpose_is_no_address(home, as_user):
    client = as_user(home.curator)
    assert client.get(_paper(home, home.staff.employment, "everything")).status_code == 404
    assert client.post(_url(home, f"staff/{home.staff.employment.pk}/consents/all/ask/")).status_code == 404


GOOD = {"given_on": "2026-09-01", "original_kept": "on"}
REFUSED = {
    "a day ahead": ({"given_on": "2099-01-01", "original_kept": "on"}, None, "given_on"),
    "no day": ({"original_kept": "on"}, None, "given_on"),
    "a day that is none": ({"given_on": "31.02.2026", "original_kept": "on"}, None, "given_on"),
    "neither scan nor original": ({"given_on": "2026-09-01"}, None, "scan"),
    "another type": ({"given_on": "2026-09-01"}, ("a.docx", b"PK\x03\x04"), "scan"),
    "a program called a scan": ({"given_on": "2026-09-01"}, ("a.pdf", b"MZ\x90\x00"), "scan"),
    "an empty file": ({"given_on": "2026-09-01"}, ("a.png", b""), "scan"),
}


@pytest.mark.parametrize("case", REFUSED)
@undrawn()
def test_bad_paper_is_refused_beside_its_field_and_nothing_is_written(home, as_user, case):
    data, file, field = REFUSED[case]
    files = {"scan": SimpleUploadedFile(*file)} if file else {}
    answer = as_user(home.curator).post(_paper(home, home.staff.employment), data | files)
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {field}
    assert not Consent.objects.filter(person=home.staff.person).exists()


def test_paper_for_a_consent_in_force_says_so(home, as_user):
    answer = as_user(home.curator).post(_paper(home, home.mentor.employment), GOOD)
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()


def test_the_scan_is_saved_and_served_as_a_file_to_those_who_may_read_the_consent(home, as_user):
    data = {"given_on": "2026-09-01", "scan": SimpleUploadedFile("Скан.PNG", b"\x89PNG\r\n\x1a\n...")}
    answer = as_user(home.curator).post(_paper(home, home.staff.employment), data)
    consent = Consent.objects.get(person=home.staff.person)
    assert answer.headers["Location"] == _url(home, f"consents/{consent.pk}/")
    scan = as_user(home.staff).get(_url(home, f"consents/{consent.pk}/scan/"))
    assert b"".join(scan.streaming_content) == b"\x89PNG\r\n\x1a\n..."
    assert scan.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%A1")
    assert scan.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in scan.headers["Content-Security-Policy"]
    assert as_user(home.mentor).get(_url(home, f"consents/{consent.pk}/scan/")).status_code == 404


def test_a_consent_without_a_scan_has_none_to_serve(home, as_user):
    url = _url(home, f"consents/{home.mentor_consent.pk}/scan/")
    assert as_user(home.curator).get(url).status_code == 404


def _people(answer):
    return {employment.person.last_name for employment, _cells in answer.context["rows"]}


@undrawn()
def test_the_register_says_who_still_has_to_give_which(home, as_user):
    newcomer = make_employment(home.organization, "Заяц")
    make_mentor_entry(newcomer, state=EntryState.CANDIDATE)
    client = as_user(home.curator)
    everybody = client.get(_url(home, "consents/"))
    assert _people(everybody) == {"Ковальчук", "Черных", "Заяц"}
    counts = {str(chip.label): chip.count for chip in everybody.context["page"].quick}
    assert list(counts.values()) == [3, 1, 1, 0, 0, 0, 0]
    for query, names in {
        "lacks=processing": {"Заяц"},
        "lacks=mentor": {"Заяц"},
        "lacks=mentee": set(),
        "q=ЗАЯЦ": {"Заяц"},
        "purpose=mentor&state=given": {"Ковальчук"},
        "purpose=mentor": {"Ковальчук"},
        "state=given": {"Ковальчук", "Черных"},
        "state=withdrawn": set(),
        "state=nonsense": {"Ковальчук", "Черных", "Заяц"},
    }.items():
        assert _people(client.get(_url(home, f"consents/?{query}"))) == names, query


def test_the_register_shows_nobody_of_another_organization(home, as_user):
    assert CANARY not in as_user(home.curator).get(_url(home, "consents/")).content.decode()


def test_the_register_costs_the_same_for_three_people_and_for_nine(home, as_user):
    client = as_user(home.curator)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(_url(home, "consents/")).status_code == 200
        return len(captured)

    queries()
    few = queries()
    for number in range(6):
        employment = make_employment(home.organization, f"Новиков{number}")
        make_mentor_entry(employment)
        give_consent(employment)
    assert queries() == few


@undrawn()
def test_the_own_page_sorts_what_waits_what_is_given_and_what_is_past(home, asked, as_user):
    give_consent(home.staff.employment, Purpose.TRANSFER)
    old = give_consent(home.staff.employment, Purpose.DISCLOSURE)
    Consent.objects.filter(pk=old.pk).update(state=ConsentState.WITHDRAWN, withdrawn_on=datetime.date(2026, 9, 2))
    context = as_user(home.staff).get(_url(home, "consents/mine/")).context
    assert [row.purpose for row in context["waiting"]] == ["processing"]
    assert [(row.purpose, renewable) for row, renewable in context["given"]] == [("transfer", False)]
    assert [row.purpose for row in context["past"]] == ["disclosure"]


def test_asking_somebody_without_an_account_leads_to_the_paper(home, as_user):
    employment = make_employment(home.organization, "Безучётный")
    url = _url(home, f"staff/{employment.pk}/consents/processing/ask/")
    answer = as_user(home.curator).post(url)
    consent = Consent.objects.get(person=employment.person)
    assert answer.headers["Location"] == _url(home, f"consents/{consent.pk}/")


def _sheet(answer):
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    return [row for row in rows if isinstance(row[0], int)]


@undrawn()
def test_the_register_of_papers_is_filtered_and_its_workbook_is_what_the_screen_shows(home, as_user):
    soon = home.organization.today() + datetime.timedelta(days=10)
    Consent.objects.filter(pk=home.mentee_consent.pk).update(method="paper", registrar=home.curator.user)
    Consent.objects.filter(pk=home.mentor_consent.pk).update(valid_until=soon)
    save_text(
        home.organization,
        Purpose.PROCESSING,
        by=home.curator.user,
        title="Новое",
        body="$person $operator $signature",
        months=None,
        valid_from=home.organization.today(),
        seen=1,
    )
    client = as_user(home.curator)
    for query, expected in {
        "": {("Ковальчук", "processing"), ("Ковальчук", "mentor"), ("Черных", "processing"), ("Черных", "mentee")},
        "purpose=mentor": {("Ковальчук", "mentor")},
        "method=paper": {("Черных", "mentee")},
        "q=черных&state=given": {("Черных", "processing"), ("Черных", "mentee")},
        "renew=term": {("Ковальчук", "mentor")},
        "renew=text": {("Ковальчук", "processing"), ("Черных", "processing")},
        "since=2026-09-02": set(),
        "until=2026-09-01&purpose=mentee": {("Черных", "mentee")},
    }.items():
        page = client.get(_url(home, f"consents/register/?{query}")).context["page"]
        assert {(row.person.last_name, row.purpose) for row in page.rows} == expected, query
        rows = _sheet(client.get(_url(home, f"consents/register.xlsx?{query}")))
        assert [(row[1], row[2]) for row in rows] == [
            (row.person.full_name, row.get_purpose_display()) for row in page.rows
        ], query


@undrawn()
def test_who_still_has_to_give_is_named_with_the_reason_and_can_be_reminded(home, as_user):
    lacking = make_employment(home.organization, "Заяц")
    make_mentor_entry(lacking, state=EntryState.CANDIDATE)
    client = as_user(home.curator)
    [row] = client.get(_url(home, "consents/missing/")).context["people"]
    assert [(lack.purpose, len(lack.reasons), lack.consent) for lack in row.lacks] == [
        (Purpose.PROCESSING, 1, None),
        (Purpose.MENTOR, 1, None),
    ]
    assert (row.employment, row.has_account) == (lacking, False)
    make_user("zayats@school.example", employment=lacking)
    foreign = home.mentor.employment.pk
    assert client.post(_url(home, "consents/missing/remind/"), {"ids": [foreign]}).status_code == 302
    assert not Notice.objects.exists()
    client.post(_url(home, "consents/missing/remind/"), {"ids": [lacking.pk]})
    asked = Consent.objects.filter(person=lacking.person, state=ConsentState.REQUESTED)
    assert {row.purpose for row in asked} == {"processing", "mentor"}
    assert Notice.objects.filter(user=lacking.person.user).count() == 2
    assert {row.reminded_on for row in asked} == {home.organization.today()}


@undrawn()
def test_a_text_can_be_looked_at_before_it_is_saved_and_mistakes_keep_what_was_typed(home, as_user):
    client, url = as_user(home.curator), _url(home, f"consents/texts/{home.mentor_consent.text_id}/new/")
    data = {"title": "Согласие", "body": "Я, $person. $signature", "months": "", "seen": "1"}
    data["valid_from"] = home.organization.today().isoformat()
    looked = client.post(url, data | {"look": "1"})
    assert "Я, Соколова Марина Дмитриевна." in looked.context["sample"]
    wrong = client.post(url, data | {"body": "Я, $persn. $signature"})
    assert set(wrong.context["form"].errors) == {"body"}
    assert wrong.context["form"]["body"].value() == "Я, $persn. $signature"
    assert client.post(url, data).status_code == 302
    assert home.organization.consent_texts.filter(purpose="mentor").count() == 2


def test_without_an_address_of_the_operator_the_pages_of_consents_say_to_enter_it(home, as_user):
    client, edit = as_user(home.curator), _url(home, "organization/edit/")
    for page in ("consents/missing/", "consents/texts/"):
        for address, is_told in (("", True), ("г. Волгоград, ул. Примерная, д. 3", False)):
            home.organization.address = address
            home.organization.save(update_fields=["address"])
            text = client.get(_url(home, page)).content.decode()
            assert ("152-FZ art. 9 part 4" in text or "ст. 9, ч. 4" in text, f'href="{edit}"' in text) == (is_told,) * 2
