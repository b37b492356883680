"""Reads about an organization: its regulation and its head on a day."""

import datetime
import json
from functools import lru_cache

from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.db.models.signals import post_delete, post_save
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentoring.lib.keeping import Kept
from people.accounts.models import Invitation, Membership
from people.accounts.states import Role
from people.organizations.models import (
    Authority,
    AuthorityAct,
    Head,
    LegalOverride,
    Organization,
    Placement,
    RegulationVersion,
)
from people.organizations.regulations import RegulationSettings, effective, floors_above
from people.organizations.regulations.papers import LegalBasis
from people.organizations.states import OPEN_REGULATION

# The sequence in which orders cite acts.
LEVELS = ("federation", "region", "municipality", "organization")
# Read regulations kept ready: less than half a megabyte each, with its text.
LATEST_REGULATIONS = 32
# The rules of an organization on a day, the acts it cites and its head, asked once on a page and in a deed that writes
# none of them.
rules_kept = Kept("rules")
_kept_rows = (RegulationVersion, LegalOverride, Organization, Placement, Authority, AuthorityAct, Head)
for _model in (*_kept_rows, "people.Employment", "people.Person"):
    for _signal in (post_save, post_delete):
        _signal.connect(rules_kept.end, sender=_model, dispatch_uid="rules_kept")


def regulation_on(organization, day):
    """The rules of ``organization`` on ``day``: its regulation, and where the law is stricter the law.

    Every reader of rules asks here, so that nobody applies the law or a departure of the head on one's own.
    Raises RegulationVersion.DoesNotExist if the organization has no regulation at all.
    """
    return rules_kept.answer((organization.pk, day), lambda: _rules_on(organization, day))


def _rules_on(organization, day):
    written = written_on(organization, day)
    if not floors_above(written, day):
        return written
    return effective(written, day, frozenset(overrides_on(organization, day).values_list("key", flat=True)))


def overrides_on(organization, day):
    """Where the head follows the regulation although the law is stricter, on ``day``: rows of LegalOverride."""
    rows = LegalOverride.objects.filter(organization=organization, starts_on__lte=day)
    return rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def floors_on(organization, day):
    """Where the law asks for more than the regulation as written on ``day``: Floors, departed from or not."""
    return floors_above(written_on(organization, day), day)


def written_on(organization, day):
    """The regulation in force on ``day`` as it is written, to show and to amend; the earliest one before its start.

    Raises RegulationVersion.DoesNotExist if the organization has none at all.
    """
    texts = texts_in_force(organization)
    if not texts:
        raise RegulationVersion.DoesNotExist(f"{organization} has no regulation.")
    return settings_among(texts, day)


def settings_among(texts, day):
    """The settings in force on ``day`` among ``texts_in_force``; those of the earliest text before its start."""
    return read_settings(next((text for first, text in texts if first <= day), texts[-1][1]))


def texts_in_force(organization):
    """[(first day, text for ``read_settings``)] of the regulations of ``organization``, the latest first: one query."""
    return rules_kept.answer(("texts", organization.pk), lambda: _texts_of(organization))


def _texts_of(organization):
    rows = organization.regulations.in_force().as_text().order_by()
    return sorted(rows.values_list("valid_from", "text"), reverse=True)


@lru_cache(maxsize=LATEST_REGULATIONS)
def read_settings(text):
    """The regulation stored as ``text``: asked for many times, it is frozen, and another text is another entry."""
    return RegulationSettings.model_validate(json.loads(text))


def version_on(organization, day):
    """The version of the regulation in force in ``organization`` on ``day``, or None."""
    rows = organization.regulations.in_force().filter(valid_from__lte=day)
    return rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day)).order_by("-valid_from").first()


def latest_in_force(organization):
    """The approved version that starts last, be its day still to come; None where there is none."""
    return organization.regulations.in_force().order_by("-valid_from").first()


def open_draft(organization):
    """The version being written or waiting for the head, or None."""
    return organization.regulations.filter(state__in=OPEN_REGULATION).first()


def first_free_day(organization):
    """The first day a new version can start on: today, or the day after the last start."""
    latest = latest_in_force(organization)
    today = organization.today()
    return max(today, latest.valid_from + datetime.timedelta(days=1)) if latest else today


def needs_order(version):
    """Whether ``version`` comes into force by an order: as the regulation in force says, its own word without one."""
    ruling = latest_in_force(version.organization) or version
    return RegulationSettings.model_validate(ruling.settings).regulation.amendments_need_order


def own_word(organization, name, number, otherwise):
    """The organization's own word for a thing (``Terms`` of its regulation) on a Russian page.

    On a page in another language ``otherwise``, the common word, already translated.
    """
    if organization is None or get_language() != "ru":
        return otherwise
    return getattr(getattr(regulation_on(organization, organization.today()).terms, name), number)


def difficulties_word(organization):
    """«Затруднения», or as the regulation of ``organization`` calls them («Дефициты»), as a heading."""
    return capfirst(own_word(organization, "difficulty", "plural_nominative", _("Difficulties")))


def head_on(organization, day):
    """Who heads ``organization`` on ``day``, or None: the acting head of the day before the one who is away."""
    return rules_kept.answer(("head", organization.pk, day), lambda: _ruling(_heads_on(organization, day)))


def head_with_basis_on(organization, day):
    """The same with the ``basis``: why."""
    return _ruling(_with_basis(_heads_on(organization, day)))


def _heads_on(organization, day):
    rows = Head.objects.filter(organization=organization, starts_on__lte=day)
    rows = rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))
    return rows.select_related("employment__person").order_by()


def _ruling(heads):
    """Of all ``heads`` of a day the one who heads: the acting one first, then whoever came last; None of none."""
    return min(heads, key=lambda head: (not head.acting_basis, -head.starts_on.toordinal(), -head.pk), default=None)


def heads_of(organization):
    """Everybody who headed or heads the organization, the latest first, each with the ``basis``."""
    return _with_basis(organization.heads).select_related("employment__person").order_by("-starts_on", "-pk")


def _with_basis(heads):
    """Say why each is the head: the acting one by the own entry, the head by the role or the invitation to it."""
    person = OuterRef("employment__person")
    roles = Membership.objects.filter(organization=OuterRef("organization"), user__person=person, stands_in_for=None)
    # The role may begin later than the headship: with the account, or with the use of this system.
    during = Q(ends_on=None) | Q(ends_on__gte=OuterRef("starts_on"))
    roles = roles.filter(during, role=Role.DIRECTOR, starts_on__lte=Coalesce(OuterRef("ends_on"), datetime.date.max))
    invited = Invitation.objects.filter(employment=OuterRef("employment"), role=Role.DIRECTOR)
    sources = (roles.order_by("-starts_on", "-pk"), invited.order_by("-pk"))
    said = [NullIf(F("acting_basis"), Value(""))]
    said += [NullIf(Subquery(rows.values("basis")[:1]), Value("")) for rows in sources]
    return heads.annotate(basis=Coalesce(*said, Value("")))


def headship_of(employment, day):
    """The entry by which ``employment`` heads its organization on ``day`` or will, not as the acting head, or None."""
    heads = Head.objects.filter(organization=employment.organization_id, acting_basis="")
    goes_on = heads.filter(Q(ends_on=None) | Q(ends_on__gte=day))
    mine = goes_on.filter(employment=employment).order_by("-starts_on", "-pk").first()
    if mine is None:
        return None
    # Of two who begin on one day the later entry heads.
    start = max(day, mine.starts_on)
    on_start = heads.filter(Q(ends_on=None) | Q(ends_on__gte=start), starts_on__lte=start)
    return mine if on_start.order_by("-starts_on", "-pk").first() == mine else None


def stand_ins_of(organization):
    """Duties handed over that run or will run: rows of Membership, the next first."""
    rows = organization.memberships.filter(stands_in_for__isnull=False, ends_on__gte=organization.today())
    return rows.select_related("user__person", "stands_in_for__person").order_by("starts_on", "pk")


def placements_of(organization):
    """Under which authorities the organization stood, the latest first."""
    return organization.placements.select_related("authority").order_by("-starts_on", "-pk")


def authority_on(organization, day):
    """The authority ``organization`` stood under on ``day``, or None; before the first entry the earliest one."""
    placements = organization.placements.select_related("authority").order_by("starts_on", "pk")
    begun = [each for each in placements if each.starts_on <= day] or placements[:1]
    return begun[-1].authority if begun else organization.authority


def authorities_above(authority):
    """``authority`` and those above it, the nearest first."""
    chain = []
    while authority is not None:
        chain.append(authority)
        authority = authority.parent
    return chain


def legal_bases_on(organization, day, order_kind):
    """The acts an order of ``order_kind`` («O4») signed on ``day`` cites, as rows of LegalBasis.

    The regulation's own list as it stands; where the regulation inherits acts (`orders.inherit_bases`), those of
    the authorities above too: federation → region → municipality → organization, within a level first those of the
    authority higher up, and an act the own list cites already stands once.
    """
    return rules_kept.answer((organization.pk, day, order_kind), lambda: _bases_on(organization, day, order_kind))


def _bases_on(organization, day, order_kind):
    settings = regulation_on(organization, day)
    own = settings.legal_bases_for(order_kind)
    if not settings.orders.inherit_bases:
        return own
    cited = {_said(basis.phrase) for basis in own}
    inherited = []
    for authority in reversed(authorities_above(authority_on(organization, day))):
        for act in _acts_on(authority, day, order_kind):
            if _said(act.phrase) not in cited:
                cited.add(_said(act.phrase))
                inherited.append(LegalBasis(title=act.title, phrase=act.phrase, level=authority.kind))
    return tuple(sorted((*inherited, *own), key=lambda basis: LEVELS.index(basis.level)))


def _acts_on(authority, day, order_kind):
    rows = authority.acts.filter(Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day))
    return [act for act in rows if not act.orders or order_kind in act.orders]


def _said(phrase):
    return " ".join(phrase.casefold().split())


def tree_of_authorities():
    """([(depth, authority)] from the top down with its open organizations as ``listed``, organizations under none)."""
    below, roots = {}, []
    organizations = {}
    for row in Organization.objects.order_by("short_name"):
        organizations.setdefault(row.authority_id, []).append(row)
    for authority in Authority.objects.order_by("name"):
        authority.listed = organizations.get(authority.pk, [])
        (below.setdefault(authority.parent_id, []) if authority.parent_id else roots).append(authority)
    lines, waiting = [], [(0, each) for each in reversed(roots)]
    while waiting:
        depth, authority = waiting.pop()
        lines.append((depth, authority))
        waiting.extend((depth + 1, each) for each in reversed(below.get(authority.pk, [])))
    return lines, organizations.get(None, [])
