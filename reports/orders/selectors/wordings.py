"""Reads about the organization's own wordings: which one is in use, what each field gives, what a draft cites."""

from mentoring.lib.dates import school_year_label
from mentoring.lib.grammar import Case
from mentoring.lib.text import clean_text
from people.organizations.selectors import head_on, legal_bases_on, regulation_on
from programs.orders.models import Order
from programs.orders.selectors import subjects_of
from programs.orders.states import OrderState
from reports.documents.appointment import our_regulation
from reports.documents.citing import citations
from reports.documents.fields import ALL_POINTS, BASIS, CONTROL, HEADING, fields_of
from reports.documents.wording import name_in, small
from reports.documents.writing import OrderText, curator_words, day_in, point
from reports.orders.models import OrderTemplate
from reports.orders.selectors.desk import curator_of


def template_in_use(organization, kind):
    """The wording the organization composes its orders of ``kind`` by, or None for the usual one."""
    return OrderTemplate.objects.filter(organization=organization, kind=kind, is_active=True).first()


def values_of(organization, kind, text):
    """{name: words or points}: what each field of an order of ``kind`` is for the composed ``text`` (OrderText)."""
    words = _general(organization, kind, text.fields) | {
        HEADING: text.heading,
        BASIS: text.basis,
        CONTROL: text.control,
    }
    words = {name: clean_text(value).strip() for name, value in (words | text.fields).items()}
    parts = {name: [] for name, one in fields_of(kind).items() if one.is_part}
    for one in text.points:
        kept = {"text": clean_text(one["text"]).strip(), "depth": one["depth"]}
        for part in {one.get("part", ALL_POINTS), ALL_POINTS} & set(parts):
            parts[part].append(kept)
    return words | parts


def _general(organization, kind, known):
    """The words every order may use; the curator is not looked for where the words ``known`` say it."""
    day = organization.today()
    settings, head = regulation_on(organization, day), head_on(organization, day)
    words = {
        "организация": organization.short_name,
        "организация_род": organization.owner,
        "руководитель": f"{small(head.post)} {name_in(head.employment, Case.NOMINATIVE)}" if head else "",
        "учебный_год": school_year_label(settings.school_year_of(day)),
        "дата": day_in(settings, day),
        "цель": settings.orders.purpose,
        "законы": citations(legal_bases_on(organization, day, kind)),
        "положение": our_regulation(settings),
    }
    if "куратор_дат" not in known:
        words["куратор_дат"] = curator_words(settings, curator_of(organization))
    return words


def example_of(actor, kind):
    """(values of every field, the order they are of): the latest order of the kind that ``actor`` may see.

    Where there is none: invented words and None.
    """
    organization = actor.organization
    orders = Order.objects.visible_to(actor).filter(kind=kind, composed__has_key="fields")
    order = orders.exclude(state=OrderState.DROPPED).select_related("organization").order_by("-pk").first()
    if order is None:
        return _invented(organization, kind), None
    # A field added to the program since that order was composed has no value there.
    known = order.composed["fields"]
    return _general(organization, kind, known) | known, order


def _invented(organization, kind):
    known = fields_of(kind)
    points = [point(one.example) | {"part": name} for name, one in known.items() if one.is_part and name != ALL_POINTS]
    control = regulation_on(organization, organization.today()).orders.control
    words = {name: one.example for name, one in known.items() if not one.is_part and one.example}
    text = OrderText(
        heading=words[HEADING],
        basis=words[BASIS],
        points=points or [point(known[ALL_POINTS].example)],
        control=control,
        fields=words | {CONTROL: control},
    )
    return values_of(organization, kind, text)


def named_by_hand(order, points):
    """[(number of the point in the list, the person)]: whom ``points`` of a wording name although no field does."""
    found = []
    for one in subjects_of(order):
        forms = {name_in(one.employment, case) for case in Case}
        for number, row in enumerate(points, start=1):
            text = " ".join(row["text"].split())
            if any(form in text for form in forms):
                found.append((number, one.employment.person))
    return sorted(found, key=lambda pair: pair[0])


def acts_for(order):
    """The list of legal references for a draft: those for its kind, then the others of the organization's own list."""
    organization, day = order.organization, order.organization.today()
    own = list(legal_bases_on(organization, day, order.kind))
    said = {act.phrase for act in own}
    others = [act for act in regulation_on(organization, day).legal_bases if act.phrase not in said]
    return own + list({act.phrase: act for act in others}.values())
