"""Issued papers: certificates for the past year, a thanks, a record, a letter; an act that waits, a draft."""

from mentoring.lib.dates import date_numeric
from people.accounts.states import Role
from people.consents.wording import data_held
from programs.mentorships.states import MentorshipState
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.issued.forms.acts import ERASED, GROUND, SYSTEMS
from reports.issued.forms.letters import SUBJECT
from reports.issued.forms.personal import ANYWHERE, THANKED_FOR
from reports.issued.selectors import certified_pairs, consents_to_destroy, mentors_ever, participants_of
from reports.issued.services import Content, counted, draft_certificates, draft_paper, issue_papers, send_paper
from reports.issued.states import IssuedKind, Participation, ThanksHeading

# The act of forms nobody has withdrawn: what they were kept for is done (152-FZ art. 21 part 4).
GOAL_REACHED = "достижение цели обработки персональных данных"
DRAFTED_DAYS_AGO, SIGNED_DAYS_AGO, WAITS_SINCE_DAYS_AGO = 19, 17, 3
COMMISSION = (Role.SYSADMIN.value, Role.PSYCHOLOGIST.value, Role.COUNCIL.value, Role.STAFF.value)
CODES = ("mentee_coverage", "young_coverage", "novice_coverage", "mentor_share", "plan_done", "early_ends", "load")


def issue(scene):
    """What a curator issues in autumn; nothing where the story has no such papers or none can be made here."""
    if not (scene.story.issues_papers and scene.can_sign):
        return
    with as_of(scene.days.ago(DRAFTED_DAYS_AGO)):
        papers = [*_certificates(scene), *_others(scene)]
        for paper in papers:
            send_paper(paper, by=scene.curator)
    with as_of(scene.days.ago(SIGNED_DAYS_AGO)):
        seen = {paper.pk: paper.version for paper in papers}
        issue_papers(papers, by=scene.director, password=PASSWORD, seen=seen)
    with as_of(scene.days.ago(WAITS_SINCE_DAYS_AGO)):
        send_paper(_act(scene), by=scene.curator)
        _mentees(scene)


def _certificates(scene):
    """For the mentors of the pairs completed."""
    pairs = certified_pairs(scene.organization).filter(state=MentorshipState.COMPLETED)
    mentors = [one for one in participants_of(pairs) if one.role == Participation.MENTOR]
    return draft_certificates(scene.organization, mentors, by=scene.curator).made


def _mentees(scene):
    """Those who completed a program, still being drafted."""
    pairs = certified_pairs(scene.organization).filter(state=MentorshipState.COMPLETED)
    mentees = [one for one in participants_of(pairs) if one.role == Participation.MENTEE]
    draft_certificates(scene.organization, mentees, by=scene.curator)


def _others(scene):
    organization, day = scene.organization, scene.organization.today()
    mentor = mentors_ever(organization).first()
    thanks = {"heading": ThanksHeading.THANKS.value, "words": THANKED_FOR, "basis": ""}
    authority = organization.authority
    letter = {
        "to_organization": authority.name if authority else organization.founder,
        "subject": SUBJECT,
        "day": day.isoformat(),
        "indicators": list(CODES),
        "figures": counted(organization, day, CODES),
    } | dict.fromkeys(("to_post", "to_name", "salutation", "reference", "words", "annexes"), "")
    contents = {
        IssuedKind.THANKS: Content(thanks, about=mentor),
        IssuedKind.RECORD: Content({"addressee": ANYWHERE}, about=mentor),
        IssuedKind.LETTER: Content(letter),
    }
    return [draft_paper(organization, kind, content, by=scene.curator) for kind, content in contents.items()]


def _act(scene):
    """Of the consents withdrawn, where there are any; otherwise of the paper forms of last year."""
    consents = tuple(consents_to_destroy(scene.organization))
    fields = {
        "subjects": "",
        "count": None if consents else len(scene.workers),
        "categories": data_held(scene.organization, scene.organization.today()),
        "carriers": "",
        "systems": SYSTEMS,
        "way": ERASED,
        "ground": GROUND if consents else GOAL_REACHED,
        "destroyed_on": scene.organization.today().isoformat(),
        "log": f"выгрузка из журнала действий от {date_numeric(scene.organization.today())}, файл zhurnal.csv",
    }
    content = Content(fields, chair=scene.workers["curator"], members=_commission(scene, consents), consents=consents)
    return draft_paper(scene.organization, IssuedKind.ACT, content, by=scene.curator)


def _commission(scene, consents):
    """Two of those at hand whose own data the act is not about."""
    gone = {consent.person_id for consent in consents}
    able = (scene.workers[role] for role in COMMISSION if role in scene.workers)
    return tuple(work for work in able if work.person_id not in gone)[:2]
