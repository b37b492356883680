"""One signature: the number of the register, the frozen file, what never changes; and what is refused."""

import datetime
import hashlib
import io
import threading

import pypdf
import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from mentoring.lib.pdf import PdfUnavailable
from mentoring.lib.versions import StaleSave
from people.consents.models import Consent
from people.consents.selectors import employment_here
from people.consents.states import Method
from people.models import Notice
from programs.mentorships.states import MentorshipState
from programs.models import Order
from reports.documents.issued.acts import FORMS_KEPT, NO_LOG, act_paper
from reports.documents.issued.records import works_known
from reports.issued.forms.acts import ERASED, SHREDDED, ActForm
from reports.issued.selectors import certified_pairs, consents_to_destroy, participants_of
from reports.issued.services import (
    annul_paper,
    draft_certificates,
    draft_paper,
    issue_paper,
    issue_papers,
    return_paper,
    rewrite_paper,
    send_paper,
)
from reports.issued.states import IssuedKind, IssuedState, Participation
from reports.models import FrozenDocument, IssuedPaper, IssuedSeries
from tests.reports.issued import factories
from tests.reports.issued.factories import draft, issued, sent
from tests.reports.orders.factories import papers_as_pages, words_of
from tests.world import (
    DAY,
    PASSWORD,
    give_consent,
    make_employment,
    make_mentee_entry,
    make_mentorship,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def refusal_of(call, *args, **kwargs):
    with translation.override("en"), pytest.raises(MoveRefused) as refused, transaction.atomic():
        call(*args, **kwargs)
    return " ".join(refused.value.messages)


def text_of(paper):
    pages = pypdf.PdfReader(io.BytesIO(bytes(paper.frozen.pdf))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u00a0", " ").split())


def page_of(paper):
    """The words of the frozen paper, which nobody laid out."""
    return words_of(bytes(paper.frozen.pdf))


@pytest.fixture
def pages():
    with papers_as_pages():
        yield


def sign(place, paper, **options):
    return issue_paper(paper, by=place.director.user, **({"password": PASSWORD} | options))


@pytest.mark.printed
def test_the_signature_gives_number_and_day_and_freezes_the_file(school):
    paper = issued(school, hours=36)
    made = bytes(paper.frozen.pdf)
    assert (paper.state, paper.number_text, paper.issued_on, paper.signer) == (
        IssuedState.ISSUED, "С-1/2026", DAY, school.director.user,
    )  # fmt: skip
    assert paper.frozen.sha256 == hashlib.sha256(made).hexdigest() and paper.frozen.order is None
    text = text_of(paper)
    for said in ("№ С-1/2026", "Ковальчук Марии Петровне", "учителю математики school-3", "она выполняла обязанности",
                 "«Первый год в школе»", "36 часов", "Заречная", "простой электронной подписью"):  # fmt: skip
        assert said in text, said
    assert "Черных" not in text and "ПРОЕКТ" not in text
    school.mentor.person.last_name = "Другая"
    school.mentor.person.save()
    assert bytes(IssuedPaper.objects.get(pk=paper.pk).frozen.pdf) == made


def test_numbers_have_no_gaps_by_kind_and_year(school, settings):
    first, thanks = issued(school), issued(school, IssuedKind.THANKS)
    left = sent(school)
    with pytest.raises(RuntimeError), transaction.atomic():
        sign(school, left)
        raise RuntimeError
    second = issued(school)
    settings.MENTORING_TODAY = datetime.date(2027, 1, 11)
    third = issued(school)
    numbers = [paper.number_text for paper in (first, thanks, second, third)]
    assert numbers == ["С-1/2026", "БП-1/2026", "С-2/2026", "С-1/2027"]
    left.refresh_from_db()
    assert (left.state, left.number_text) == (IssuedState.FOR_SIGNATURE, "")


def test_a_number_by_hand_is_used_once_and_stepped_over(school):
    by_hand = issued(school, IssuedKind.LETTER, hand_number="01-12/15")
    assert by_hand.number_text == "01-12/15"
    twice = sent(school, IssuedKind.LETTER, hand_number="01-12/15")
    assert "01-12/15 is taken" in refusal_of(sign, school, twice)
    issued(school, IssuedKind.LETTER, hand_number="1")
    assert issued(school, IssuedKind.LETTER).number_text == "2"
    with pytest.raises(IntegrityError), transaction.atomic():
        IssuedPaper.objects.filter(pk=by_hand.pk).update(number_text="2")


def nothing_was_signed(paper):
    row = IssuedPaper.objects.get(pk=paper.pk)
    return (row.state, row.number_text, row.frozen) == (IssuedState.FOR_SIGNATURE, "", None) and not (
        FrozenDocument.objects.exists() or IssuedSeries.objects.exists()
    )


def test_what_cannot_be_signed_takes_no_number(school, monkeypatch):
    paper = sent(school)
    assert "password is not right" in refusal_of(sign, school, paper, password="wrong")
    assert "only the head signs" in refusal_of(issue_paper, paper, by=school.council.user, password=PASSWORD)
    assert "changed while you were reading" in refusal_of(sign, school, paper, seen=paper.version + 1)
    school.mentorship.state = MentorshipState.TERMINATED
    school.mentorship.save(update_fields=["state"])
    assert "is given for a pair that works" in refusal_of(sign, school, paper)
    school.mentorship.state = MentorshipState.COMPLETED
    school.mentorship.save(update_fields=["state"])

    def no_papers(paper):
        raise PdfUnavailable("apt-get install")

    monkeypatch.setattr("reports.documents.freezing.pdf", no_papers)
    assert "apt-get" in refusal_of(sign, school, paper)
    IssuedPaper.objects.filter(pk=paper.pk).update(drafted_by=school.director.user)
    assert "two people answer" in refusal_of(sign, school, paper)
    assert nothing_was_signed(paper)


def test_nobody_signs_twice_and_what_is_issued_is_only_annulled(school):
    paper = issued(school)
    frozen = bytes(paper.frozen.pdf)
    assert "not possible" in refusal_of(sign, school, paper)
    content = factories.certificate(school)
    curator = {"by": school.curator.user, "expected_version": paper.version}
    assert "cannot be changed now" in refusal_of(rewrite_paper, paper, content, **curator)
    head = {"by": school.director.user, "password": PASSWORD}
    assert "only the head" in refusal_of(annul_paper, paper, **(head | {"by": school.curator.user}), reason="Ошибка")
    assert "Write why" in refusal_of(annul_paper, paper, **head, reason=" ")
    annul_paper(paper, **head, reason="Ошибка в имени")
    assert (paper.state, paper.number_text, bytes(paper.frozen.pdf)) == (IssuedState.ANNULLED, "С-1/2026", frozen)
    assert issued(school).number_text == "С-2/2026"


def test_several_are_signed_each_for_itself(school):
    good, spoilt = sent(school), sent(school, IssuedKind.THANKS)
    papers = [good, spoilt]
    seen = {paper.pk: paper.version for paper in papers}
    return_paper(spoilt, by=school.director.user, remark="Не за то")
    rewrite_paper(spoilt, factories.thanks(school, words="за другое"), by=school.curator.user, expected_version=1)
    send_paper(spoilt, by=school.curator.user)
    signed, refused = issue_papers(papers, by=school.director.user, password=PASSWORD, seen=seen)
    assert signed == [good] and [paper for paper, _why in refused] == [spoilt]
    assert "not right" in refusal_of(issue_papers, [spoilt], by=school.director.user, password="x", seen={})


def test_a_stale_save_is_refused(school):
    paper = draft(school)
    rewrite_paper(paper, factories.certificate(school, hours=1), by=school.curator.user, expected_version=1)
    with pytest.raises(StaleSave):
        rewrite_paper(paper, factories.certificate(school, hours=2), by=school.curator.user, expected_version=1)


def leave(employment, on=DAY - datetime.timedelta(days=1)):
    employment.ends_on = on
    employment.save(update_fields=["ends_on"])


def test_who_left_yesterday_gets_a_certificate_and_a_record_but_no_thanks(school):
    leave(school.mentor.employment)
    assert issued(school).number_text and issued(school, IssuedKind.RECORD).number_text
    assert "does not work here on 15 October 2026" in refusal_of(draft, school, IssuedKind.THANKS)


def test_papers_that_would_say_what_is_not_so_are_refused(school):
    stranger = make_employment(school.organization, "Чужая")
    content = factories.Content({"role": "mentor", "hours": None, "words": ""}, stranger, school.mentorship)
    certificate = (school.organization, IssuedKind.CERTIFICATE, content)
    assert "does not take part" in refusal_of(draft_paper, *certificate, by=school.curator.user)
    assert "nothing to certify" in refusal_of(draft, school, IssuedKind.RECORD, about=stranger)
    assert "at least one indicator" in refusal_of(draft, school, IssuedKind.LETTER, codes=())
    order = Order.objects.create(
        organization=school.organization, kind="O12", heading="О поощрении", drafted_by=school.curator.user,
        drafted_at=datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC),
    )  # fmt: skip
    assert "not a registered order" in refusal_of(draft, school, IssuedKind.THANKS, order=order)
    act = IssuedKind.ACT
    assert "needs a chair and at least one" in refusal_of(draft, school, act, members=())
    assert "whose data" in refusal_of(draft, school, act, count=None)
    assert "still to come" in refusal_of(draft, school, act, destroyed_on="2026-10-16")
    leave(school.sysadmin.employment)
    assert "does not work here" in refusal_of(draft, school, act)


def test_nobody_sits_on_the_commission_for_their_own_data(school):
    consent, own = factories.withdrawn(school), school.council.employment
    about = employment_here(consent)
    for refused in ({"consents": [consent], "members": (about,)}, {"subjects": own.person.full_name, "chair": own}):
        assert "own data" in refusal_of(draft, school, IssuedKind.ACT, **refused)


def test_the_act_leaves_the_forms_signed_on_paper_whole(school):
    consent = factories.withdrawn(school)
    act = draft(school, IssuedKind.ACT, consents=[consent])
    assert FORMS_KEPT not in act_paper(act).closing
    Consent.objects.filter(pk=consent.pk).update(method=Method.PAPER, registrar=school.curator.user)
    assert FORMS_KEPT in act_paper(act).closing


def test_certificates_for_many_leave_out_by_name_who_has_one(school):
    ended = make_mentorship(school.mentor_entry, school.mentee_entry, state=MentorshipState.TERMINATED)
    has = issued(school)
    participants = participants_of(certified_pairs(school.organization))
    assert ended not in [one.mentorship for one in participants]
    batch = draft_certificates(school.organization, participants, by=school.curator.user, hours=18)
    mentee = school.mentee.employment
    assert [(paper.about, paper.fields) for paper in batch.made] == [
        (mentee, {"role": Participation.MENTEE.value, "hours": 18, "words": ""})
    ]
    with translation.override("en"):
        again = draft_certificates(school.organization, participants, by=school.curator.user)
    assert [(one.employment, why) for one, why in again.skipped] == [
        (has.about, "has certificate no. С-1/2026 for this pair"),
        (mentee, "a draft for this pair is there already"),
    ]


@pytest.mark.usefixtures("pages")
def test_the_record_names_mentees_only_by_their_consent(school):
    stranger = page_of(issued(school, IssuedKind.RECORD))
    assert "учитель физики" in stranger and "Черных" not in stranger
    assert "Всего с 1 сентября 2026 г.: 1 наставляемый." in stranger and "выполненных программ" not in stranger
    for said in ("она выполняет", "для предъявления", "с 01.09.2026 по настоящее время"):
        assert said in stranger, said
    give_consent(school.mentee.employment, "transfer")
    assert "Черных Лев Львович, учитель физики" in page_of(issued(school, IssuedKind.RECORD))


@pytest.mark.usefixtures("pages")
def test_the_record_counts_mentees_without_a_name_by_their_post(school):
    colleague = make_mentee_entry(make_employment(school.organization, "Вторая", post=school.mentee.employment.post))
    make_mentorship(school.mentor_entry, school.mentee_entry, colleague, state=MentorshipState.COMPLETED)
    assert "учитель физики (2 чел.)" in page_of(issued(school, IssuedKind.RECORD))


@pytest.mark.usefixtures("pages")
def test_the_record_tells_only_what_was_known_on_its_day(school):
    day = datetime.timedelta(days=1)
    pair, today = school.mentorship, school.organization.today()
    later = make_mentorship(school.mentor_entry, school.mentee_entry, state=MentorshipState.TERMINATED)
    type(later).objects.filter(pk=later.pk).update(starts_on=today + day)
    type(pair).objects.filter(pk=pair.pk).update(state=MentorshipState.TERMINATED, ended_on=today + day)
    [known] = works_known(school.mentor.employment, today)
    assert (known.pk, known.state, known.ended_on) == (pair.pk, MentorshipState.ACTIVE, None)
    after = works_known(school.mentor.employment, today + day)
    assert [row.state for row in after] == [MentorshipState.TERMINATED] * 2
    text = page_of(issued(school, IssuedKind.RECORD))
    assert "1 наставляемый" in text and "она выполняет" in text and "прекращена" not in text


@pytest.mark.usefixtures("pages")
def test_the_record_tells_of_encouragement(school):
    issued(school, IssuedKind.THANKS)
    assert "Поощрения: благодарность от 15.10.2026 № БП-1/2026." in page_of(issued(school, IssuedKind.RECORD))


@pytest.mark.printed
def test_the_letter_has_figures_with_both_numbers_and_no_name(school):
    text = text_of(issued(school, IssuedKind.LETTER))
    assert "Охват наставляемых: 12,5 % (1 из 8)." in text and "На № 15-17/204" in text
    assert "на 1 л. в 1 экз." in text and "знаменатель равен нулю" not in text
    people = {person.person.last_name for person in school.people.values()} - {"Заречная", "Соколова"}
    assert not {name for name in people if name in text}


@pytest.mark.usefixtures("pages")
def test_the_act_says_what_the_requirements_ask(school):
    consent = factories.withdrawn(school)
    assert list(consents_to_destroy(school.organization)) == [consent]
    text = page_of(issued(school, IssuedKind.ACT, consents=[consent]))
    for said in ("АКТ", "№ АУ-1/2026", "Уходящая Анна Петровна", "председатель комиссии – заместитель директора",
                 "член комиссии – инженер", "20 октября 2026 г.", "журнал.csv", "до 1 октября 2029 г."):  # fmt: skip
        assert said in text, said
    assert list(consents_to_destroy(school.organization)) == []


def test_those_concerned_are_told(school, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        issued(school)
    told = {(notice.user, notice.url.rsplit("/issued/")[1]) for notice in Notice.objects.all()}
    card = f"{IssuedPaper.objects.get().pk}/"
    assert told == {(school.director.user, "sign/"), (school.mentor.user, card), (school.curator.user, card)}


@pytest.mark.django_db(transaction=True)
def test_signatures_at_one_moment_take_numbers_in_a_row(school):
    papers = [sent(school, IssuedKind.THANKS) for _n in range(6)]

    def work(paper):
        try:
            sign(school, paper)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[paper]) for paper in papers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(IssuedPaper.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


def drafted(school, **fields):
    """What a draft of an act says about the export, and how long it is kept."""
    paper = act_paper(draft(school, IssuedKind.ACT, **fields))
    return dict(paper.facts)["Выгрузка из журнала регистрации событий"], paper.closing[-1]


def test_an_act_prints_a_line_for_an_export_not_named_and_none_where_no_system_is(school):
    unnamed = drafted(school, log="")
    assert "_____" in unnamed[0] and "хранятся" in unnamed[1]
    by_hand = drafted(school, log="", systems="", carriers="анкеты, 4 л.")
    assert by_hand[0] == NO_LOG and by_hand[1].startswith("Акт хранится")


def test_the_form_of_an_act_asks_for_the_export_and_knows_the_way_by_the_carriers(school):
    data = {
        "chair": school.curator.employment.pk, "members": [school.sysadmin.employment.pk], "count": 2,
        "categories": "фамилия", "ground": "отзыв", "destroyed_on": "01.10.2026", "systems": "Рядом",
    }  # fmt: skip
    form = ActForm(data, organization=school.organization)
    assert list(form.errors) == ["log"]
    form = ActForm(data | {"log": "журнал.csv", "carriers": "анкеты, 4 л."}, organization=school.organization)
    assert form.is_valid(), form.errors
    assert form.content().fields["way"] == f"{ERASED}; {SHREDDED}"
