"""Orders the demonstration lacks, composed by the services for a picture; whoever calls takes them back afterwards."""

from datetime import date, timedelta

from house import Impossible

from mentoring.lib.dates import add_working_days, school_year, school_year_label
from mentoring.lib.grammar import Case
from mentoring.lib.moves import MoveRefused
from people.banks.models import MentorEntry
from people.consents.models import Agreement
from people.organizations.models import RegulationVersion
from people.organizations.selectors import head_on
from people.organizations.services import draft_regulation, submit_regulation
from programs.applications.models import Application
from programs.applications.states import ApplicationKind, ApplicationState
from programs.appointments.models import Appointment
from programs.appointments.services import Wanted
from programs.appointments.states import CouncilFunction, Duty
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState
from programs.orders.models import OrderedPerson
from programs.orders.states import OrderKind, OrderState
from programs.plans.models import Program
from programs.plans.states import ProgramState
from reports.documents.about_orders import numbered_points
from reports.documents.lines.particulars import (
    COMMITTEE,
    COMMITTEE_CHAIR,
    RESPONSIBLE,
    EncouragementParticulars,
    FinalEventParticulars,
    MonitoringParticulars,
    PaymentParticulars,
    ProgramRow,
    ReleaseParticulars,
)
from reports.documents.wording import post_in
from reports.orders.selectors import approvable_programs, ended_programs, reviews_of, waiting_for
from reports.orders.services import (
    Content,
    prepare_amendment,
    prepare_assignment,
    prepare_cancellation,
    prepare_changes,
    prepare_programs,
    prepare_report,
    prepare_responsible,
    prepare_results,
)

# In the month the roadmaps hold the final event.
FINAL_EVENT_ON = (4, 20)


def _adoption(house):
    version = draft_regulation(house.organization, by=house.curator, valid_from=house.today, reason="Новая редакция")
    settings = version.settings
    settings["no_harm_clause"] = not settings["no_harm_clause"]
    RegulationVersion.objects.filter(pk=version.pk).update(settings=settings)
    version.refresh_from_db()
    return house.founding(OrderKind.ADOPTION, version=submit_regulation(version, by=house.curator))


def _curator(house):
    # Whom the regulation lets be the curator is known to the service only, so one is asked for after another.
    for work in (*house.others, house.manager):
        try:
            return _curator_of(house, work)
        except MoveRefused:
            continue
    # Nobody but the present one holds such a post: for the picture somebody of no other order takes a second one.
    free = [work for work in house.others if work.is_teacher and not hasattr(work, "mentee_entry")]
    deputy = free[-1]
    deputy.post = house.manager.post
    deputy.save(update_fields=["post"])
    return _curator_of(house, deputy)


def _curator_of(house, work):
    present = Appointment.objects.filter(order__organization=house.organization, duty=Duty.CURATOR, ends_on=None)
    held = tuple(present.filter(order__state=OrderState.REGISTERED).exclude(employment=work))
    wanted = Wanted(work, Duty.CURATOR, house.settings.curator.title_text, house.today)
    since = house.today if held else None
    return house.founding(OrderKind.CURATOR, appointments=(wanted,), releases=held, released_from=since)


def _council(house):
    if not house.settings.council.enabled:
        raise Impossible("совет наставников не предусмотрен положением")
    functions = (CouncilFunction.CHAIR, CouncilFunction.SECRETARY, CouncilFunction.MEMBER)
    title = house.settings.council.label.partition("/")[0].strip()
    chosen = zip((house.manager, *house.others), functions, strict=False)
    members = tuple(Wanted(work, Duty.COUNCIL, title, house.today, function=function) for work, function in chosen)
    return house.founding(OrderKind.COUNCIL, appointments=members, label=title)


def _assignment(house):
    agreed = Mentorship.objects.filter(organization=house.organization, state=MentorshipState.AGREED)
    if not agreed:
        raise Impossible("нет пары, согласованной обеими сторонами")
    return prepare_assignment(house.organization, list(agreed), by=house.curator)


def _programs(house):
    found = list(approvable_programs(house.organization))
    if not found:
        raise Impossible("нет программы, согласованной всеми и ещё не утверждённой")
    return prepare_programs(house.organization, found, by=house.curator, meeting=reviews_of(house.organization).first())


def _replacement(house):
    pair = house.pairs.first()
    taken = MentorEntry.objects.filter(employment__organization=house.organization).exclude(pk=pair.mentor_entry_id)
    able = taken.filter(mentorships__state__in=[MentorshipState.ACTIVE, MentorshipState.IN_ORDER])
    members, entry = list(pair.current_members), able.first() or taken.first()
    fresh = Mentorship.objects.get(pk=pair.pk)
    values = {"mentor_entry": entry, "replaces": pair, "state": MentorshipState.AGREED}
    values |= {"starts_on": house.today, "ordered_on": None, "pk": None}
    for name, value in values.items():
        setattr(fresh, name, value)
    fresh.save(force_insert=True)
    for member in members:
        fresh.members.create(
            mentee_entry=member.mentee_entry,
            mentor_person=entry.employment.person,
            mentee_person=member.person,
            joined_on=house.today,
        )
    return _changes(house, OrderKind.REPLACEMENT)


def _change(house):
    if waiting_for(OrderKind.CHANGE, house.organization):
        return _changes(house, OrderKind.CHANGE)
    program = Program.objects.filter(mentorship__in=house.pairs, state=ProgramState.RUNNING).first()
    extends = house.settings.program.extension_allowed
    Application.objects.create(
        organization=house.organization,
        kind=ApplicationKind.EXTENSION if extends else ApplicationKind.CORRECTION,
        mentorship=program.mentorship,
        program=program,
        filed_by=house.curator,
        filed_as="curator",
        filed_on=house.today,
        decided_on=house.today,
        state=ApplicationState.GRANTED,
        new_ends_on=program.ends_on + timedelta(days=30) if extends else None,
        changes={} if extends else {"note": {"conditions": "Встречи раз в неделю, в методическом кабинете"}},
    )
    return _changes(house, OrderKind.CHANGE)


def _changes(house, kind):
    keys = [one.key for one in waiting_for(kind, house.organization)]
    return prepare_changes(kind, house.organization, keys, by=house.curator)


def _termination(house):
    leaver, kind = house.pairs.first().mentor_entry.employment, OrderKind.TERMINATION
    return prepare_changes(kind, house.organization, [], by=house.curator, on=house.today, leaver=leaver)


def _monitoring(house):
    about = MonitoringParticulars(
        starts_on=house.today,
        ends_on=house.after(14),
        report_on=house.after(21),
        instrument="листы посещения занятий",
    )
    return house.lines(OrderKind.MONITORING, about, OrderedPerson(employment=house.manager, code=RESPONSIBLE))


def _final_event(house):
    about = FinalEventParticulars(
        type="round_table",
        type_words="Круглый стол",
        title="Год вместе",
        held_on=add_working_days(date(school_year(house.today) + 1, *FINAL_EVENT_ON), 0),
        place="актовый зал",
        program=(
            ProgramRow(time="14:00", what="Открытие", who="Куратор"),
            ProgramRow(time="14:15", what="Рассказы пар о своей работе", who="Наставники и наставляемые"),
            ProgramRow(time="15:30", what="Подведение итогов, закрытие", who="Куратор"),
        ),
    )
    codes = (COMMITTEE_CHAIR, COMMITTEE, COMMITTEE)
    chosen = zip(house.others, codes, strict=False)
    lines = [OrderedPerson(employment=work, code=code, position=at) for at, (work, code) in enumerate(chosen)]
    return house.lines(
        OrderKind.FINAL_EVENT, about, *lines, OrderedPerson(employment=house.manager, code=RESPONSIBLE, position=9)
    )


def _results(house):
    found = list(ended_programs(house.organization))[:2]
    publish = house.after(20)
    return prepare_results(house.organization, found, by=house.curator, note=True, publish_by=publish)


def _encouragement(house):
    year = school_year(house.today)
    ground = f"по итогам {school_year_label(year - 1)} учебного года"
    about = EncouragementParticulars(merit="за помощь молодым педагогам", ground=ground)
    awards = (("thanks", "Благодарность"), ("diploma", "Почётная грамота"))
    lines = [
        OrderedPerson(employment=work, code=code, words=words, position=place)
        for place, (work, (code, words)) in enumerate(zip(house.others, awards, strict=False))
    ]
    return house.lines(OrderKind.ENCOURAGEMENT, about, *lines)


def _payment(house):
    signed = Agreement.objects.filter(organization=house.organization).covering(house.today).order_by("pk")
    works = dict.fromkeys(agreement.employment for agreement in signed)
    if not works:
        raise Impossible("нет подписанного дополнительного соглашения, а без него не платят (ст. 351.8 ТК РФ)")
    lines = [OrderedPerson(employment=work, position=place) for place, work in enumerate(works)]
    return house.lines(OrderKind.PAYMENT, PaymentParticulars(source="средств фонда оплаты труда"), *lines)


def _report(house):
    particulars = {
        "what": "report",
        "title": "о реализации системы наставничества",
        "conclusions": "Пары работают по программам.\nУ каждого молодого педагога есть наставник.",
        "starts_on": house.today - timedelta(days=80),
        "ends_on": house.today - timedelta(days=1),
    }
    return prepare_report(house.organization, particulars, by=house.curator)


def _responsible(house):
    title = "ответственный за организацию обработки персональных данных"
    wanted = Wanted(house.others[0], Duty.PERSONAL_DATA, title, house.today)
    return prepare_responsible(house.organization, Content(appointments=(wanted,)), by=house.curator)


def _release(house):
    if not house.settings.release_clause:
        raise Impossible("положение не знает освобождения от работы")
    day = house.after(9)
    about = ReleaseParticulars(event="Форум наставников", place="г. Санкт-Петербург", first_on=day, last_on=day)
    first = house.pairs.first().mentor_entry.employment
    others = [work for work in house.staff if work != first]
    # Whoever holds the same post, where there is one.
    second = next((work for work in others if work.post == first.post), others[0])
    return house.lines(OrderKind.RELEASE, about, OrderedPerson(employment=first, substitute=second))


def _cancellation(house):
    return prepare_cancellation(house.earlier, by=house.curator, ground="в связи с производственной необходимостью")


def _amendment(house):
    number, text = numbered_points(house.earlier.points)[-1]
    head = post_in(head_on(house.organization, house.today).employment, Case.DATIVE)
    changes = [(number, f"{text.rstrip('.')} и докладывать о нём {head} раз в полугодие.")]
    ground = "в связи с уточнением порядка контроля"
    return prepare_amendment(house.earlier, by=house.curator, ground=ground, changes=changes)


# Under the code of the picture: of which kind, what it is called beside its kind, how it is composed.
COMPOSED = {
    "O1": (OrderKind.ADOPTION, "", _adoption),
    "O2": (OrderKind.CURATOR, "", _curator),
    "O3": (OrderKind.COUNCIL, "", _council),
    "O4": (OrderKind.ASSIGNMENT, "", _assignment),
    "O5": (OrderKind.PROGRAMS, "", _programs),
    "O6": (OrderKind.REPLACEMENT, "", _replacement),
    "O7": (OrderKind.CHANGE, "", _change),
    "O8": (OrderKind.TERMINATION, "", _termination),
    "O9": (OrderKind.MONITORING, "", _monitoring),
    "O10": (OrderKind.FINAL_EVENT, "", _final_event),
    "O11": (OrderKind.RESULTS, "", _results),
    "O12": (OrderKind.ENCOURAGEMENT, "", _encouragement),
    "O13": (OrderKind.PAYMENT, "", _payment),
    "O14": (OrderKind.REPORT, "отчёт", _report),
    "O14-pd": (OrderKind.REPORT, "ответственный за персональные данные", _responsible),
    "O15": (OrderKind.RELEASE, "", _release),
    "OC": (OrderKind.CANCELLATION, "", _cancellation),
    "OA": (OrderKind.AMENDMENT, "", _amendment),
}
