"""Order O1, on the regulation and the roadmap: its text composed from both, and its paper with the annexes.

The text is Russian and legal: it is composed once, edited and stored with the order. The annexes are always made
from the settings and the items themselves.
"""

import re

from mentoring.lib.dates import school_year_label
from mentoring.lib.grammar import Case, decline_post
from people.organizations.selectors import legal_bases_on, regulation_on
from programs.appointments.states import Duty
from programs.orders.states import OrderKind
from reports.documents.appointment import (
    acquaintance_point,
    basis_of,
    by_our_regulation,
    duty_points,
    release_points,
)
from reports.documents.approval import approval_words, approved_document
from reports.documents.citing import citations, gathered
from reports.documents.papers import Annex
from reports.documents.regulation import approved_before, is_confirmed, regulation_annex, settings_of
from reports.documents.regulation.stamps import minutes_of
from reports.documents.regulation.words import ATTACHED, THIS
from reports.documents.roadmap import roadmap_paper
from reports.documents.wording import capitalized, listed, person_in
from reports.documents.writing import OrderText, day_in, order_paper_of, point, tagged

LEVELS = ("federation", "region", "municipality", "organization")
LONGEST_HEADING = 140
# What a school adopts is on its site within ten working days (273-FZ art. 29 part 3).
TIME_TO_PUBLISH = "в течение десяти рабочих дней со дня подписания настоящего приказа"
IN_SHORT = {
    "regulation": "о наставничестве педагогических работников",
    "program": "наставничества педагогических работников",
    "procedure": "наставничества педагогических работников",
}
# The name of the document up to whom it is about, without the organization: «о системе наставничества педагогических
# кадров».
WHOSE_MENTORING = re.compile(r"о .*?педагогических (?:работников|кадров)")
ROADMAP = "дорожную карту (план мероприятий)"
WITH_THIS = {"regulation": "Положением", "program": "Программой", "procedure": "Порядком"}
APPROVED = {"regulation": "утверждённое", "program": "утверждённую", "procedure": "утверждённый"}
ANEW = {"regulation": "его", "program": "её", "procedure": "его"}


def compose_adoption(organization, content, *, day, curator=None):
    """Compose the text of O1 for a submitted regulation, a submitted roadmap or both, with the duties given along.

    ``curator`` is the employment of the present curator, who makes those named read the order where no new one is.
    """
    version, roadmap = content.version, content.roadmap
    style = regulation_on(organization, day)
    settings = settings_of(version) if version else style
    earlier = earlier_adoption(organization, version) if version else ""
    acts = _acts(organization, settings, version, day)
    if version and is_confirmed(version):
        points = tagged("утверждение", [_going_on(settings, style, version, roadmap)])
    else:
        points = tagged("утверждение", _regulation(settings, version, earlier, roadmap))
    points += tagged("дорожная_карта", _roadmap(settings, roadmap, version))
    if not (version and is_confirmed(version)):
        points += tagged("введение", _in_force(settings, style, version, day))
    points += tagged("освобождение", release_points(style, content, day))
    points += tagged("назначение", duty_points(settings, content.appointments))
    points += tagged("ознакомление", _reading(settings, content, curator))
    return OrderText(
        heading=_heading(settings, content, earlier),
        basis=gathered(basis_of(settings, acts, *_grounds(settings, version)), acts),
        points=points,
        control=settings.orders.control,
        fields={"законы": citations(acts)},
    )


def adoption_paper(order):
    """The order with the regulation and the roadmap as its annexes, in this sequence."""
    return order_paper_of(order, [*_regulation_annex(order), *_roadmap_annex(order)])


def earlier_adoption(organization, version):
    """How the document was approved («приказом от … № … (в редакции …)»), or nothing for a first adoption."""
    before = approved_before(version)
    return approval_words(regulation_on(organization, organization.today()), before) if before else ""


def _heading(settings, content, earlier):
    """What is adopted and that the curator is appointed by the same order, by the full title where there is room."""
    adopted = _adopted(settings, content.version, earlier, content.roadmap)
    new = [decline_post(one.title, Case.GENITIVE) for one in content.appointments if one.duty == Duty.CURATOR]
    if not new:
        return listed(adopted)
    full = listed([*adopted, f"о назначении {new[0]}"])
    return full if len(full) <= LONGEST_HEADING else listed([*adopted, "о назначении куратора"])


def _adopted(settings, version, earlier, roadmap):
    adoption = settings.regulation
    if version is None:
        edition = " в новой редакции" if roadmap.replaces_id else ""
        return [f"Об утверждении дорожной карты на {_year(roadmap)} учебный год{edition}"]
    if not earlier:
        return [adoption.order_heading]
    if is_confirmed(version):
        heading = _fitting("О продолжении применения", adoption, adoption.title_genitive.split()[0])
    else:
        heading = _fitting("О внесении изменений в", adoption, THIS[adoption.kind][2])
    return [heading, "об утверждении дорожной карты"] if roadmap else [heading]


def _fitting(about_what, adoption, document):
    """A heading stands in a narrow corner of the sheet; the full title is in the first point."""
    heading = f"{about_what} {document} {adoption.about}"
    if len(heading) <= LONGEST_HEADING:
        return heading
    named = WHOSE_MENTORING.match(adoption.about)
    return f"{about_what} {document} {named[0] if named else IN_SHORT[adoption.kind]}"


def _going_on(settings, style, version, roadmap):
    """«Продолжить с … применение Положения …, утверждённого приказом от … № …»: nothing in it changes."""
    adoption = settings.regulation
    year = school_year_label(settings.school_year_of(version.valid_from))
    text = f"Продолжить с {day_in(style, version.valid_from)} применение {approved_document(style, adoption)},"
    return point(f"{text} в {year} учебном году ({_annex(1, bool(roadmap))})")


def _regulation(settings, version, earlier, roadmap):
    if version is None:
        return []
    kind, about = settings.regulation.kind, settings.regulation.about
    annex = _annex(1, bool(roadmap))
    title = f"{THIS[kind][2]} {about}"
    if earlier:
        which = f"{APPROVED[kind]} {earlier}"
        text = f"Внести изменения в {title}, {which}, изложив {ANEW[kind]} в новой редакции ({annex})"
    else:
        text = f"Утвердить {ATTACHED[kind]} {title} ({annex})"
    return [point(text)]


def _roadmap(settings, roadmap, version):
    if roadmap is None:
        return []
    annex = _annex(2, bool(version))
    edition = "в новой редакции " if roadmap.replaces_id else ""
    about = regulation_words(roadmap)
    return [point(f"Утвердить {edition}прилагаемую {ROADMAP} {about} на {_year(roadmap)} учебный год ({annex})")]


def regulation_words(roadmap):
    """What the roadmap is for, as its paper says."""
    return roadmap_paper(roadmap).subtitle.splitlines()[0]


def _annex(number, several):
    return f"приложение № {number}" if several else "приложение"


def _year(roadmap):
    first, last = roadmap.school_year, roadmap.school_year + roadmap.years - 1
    return school_year_label(first) if roadmap.years == 1 else f"{first}–{last + 1}"


def _in_force(settings, style, version, day):
    """A day that has passed is none to begin on, except where nobody has approved a regulation here yet."""
    if version is None:
        return []
    before = version.organization.regulations.in_force().filter(approved_at__isnull=False).exists()
    late = before and version.valid_from < day
    since = "со дня подписания настоящего приказа" if late else f"с {day_in(style, version.valid_from)}"
    points = [point(f"Ввести {THIS[settings.regulation.kind][2]} в действие {since}")]
    if before:
        points.append(point("Прежнюю редакцию считать утратившей силу с этой даты"))
    return points


def _reading(settings, content, curator):
    what = WITH_THIS[settings.regulation.kind] if content.version else "дорожной картой"
    what += " и дорожной картой" if content.version and content.roadmap else ""
    points = []
    if content.everybody:
        points = [point(f"Ознакомить с настоящим приказом и {what} педагогических работников под подпись")]
    elif content.announcer:
        whom = capitalized(person_in(content.announcer, Case.DATIVE))
        points = [point(f"{whom} ознакомить педагогических работников с {what}")]
    elif content.appointments or content.releases:
        points = [acquaintance_point(settings, content, curator)]
    if content.version and settings.publication.section_required:
        points.append(_publication(settings, content, curator))
    return points


def _publication(settings, content, curator):
    """The curator, a new one rather than the present one, puts what is adopted on the site."""
    new = (one.employment for one in content.appointments if one.duty == Duty.CURATOR)
    whom = next(new, content.announcer or curator)
    who = person_in(whom, Case.DATIVE) if whom else decline_post(settings.curator.title_text, Case.DATIVE)
    what = THIS[settings.regulation.kind][2] + (" и дорожную карту" if content.roadmap else "")
    where = f"на официальном сайте в разделе «{settings.publication.section_title}»"
    return point(f"{capitalized(who)} разместить {what} {where} {TIME_TO_PUBLISH}")


def _acts(organization, settings, version, day):
    """The acts O1 cites: the list of the version it approves, after those inherited from the authorities above."""
    standing = legal_bases_on(organization, day, OrderKind.ADOPTION)
    if version is None:
        return standing
    own = settings.legal_bases_for(OrderKind.ADOPTION)
    before = regulation_on(organization, day).legal_bases
    said = {act.phrase for act in (*own, *before)}
    inherited = [act for act in standing if act.phrase not in said] if settings.orders.inherit_bases else []
    acts = (*inherited, *own)
    return sorted(acts, key=lambda act: LEVELS.index(act.level))


def _grounds(settings, version):
    if version is None:
        return [by_our_regulation(settings)]
    minutes = minutes_of(settings)
    return [f"на основании {listed(minutes)}"] if minutes else []


def _regulation_annex(order):
    return [regulation_annex(order)] if order.regulation_id else []


def _roadmap_annex(order):
    if not order.roadmap_id:
        return []
    paper = roadmap_paper(order.roadmap)
    return [Annex(title=f"{paper.title}\n{paper.subtitle}", table=paper.table, approved="УТВЕРЖДЕНА")]
