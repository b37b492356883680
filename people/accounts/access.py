"""The one door: it finds, it authorizes, and what has no row in a rights table admits nobody.

Each room keeps ``permissions.RIGHTS``: URL name → predicate. Before a view runs, the door resolves the
organization (``slug``) or authority (``authority``) of the address, builds ``request.actor`` and asks the row.
A view whose address names a further object must call :func:`fetch`; a response made without it is refused.
"""

from contextlib import nullcontext
from importlib import import_module
from pkgutil import iter_modules

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _

from people.accounts.actor import Actor, actor_at, actor_in
from people.accounts.predicates import anybody
from people.organizations.models import Authority, Organization
from people.organizations.selectors import rules_kept

RIGHTS = {}
SAFE = ("GET", "HEAD", "OPTIONS")


def admit_rooms(app):
    """Collect the rights tables of every room of ``app`` that has one; a name given twice is an error."""
    for room in iter_modules(import_module(app).__path__):
        if not room.ispkg or not any(
            shelf.name == "permissions" for shelf in iter_modules(import_module(f"{app}.{room.name}").__path__)
        ):
            continue
        for name, predicate in import_module(f"{app}.{room.name}.permissions").RIGHTS.items():
            if name in RIGHTS:
                raise ValueError(f"The address {name} has two rows of rights.")
            RIGHTS[name] = predicate


def may(actor, url_name, thing=None):
    """Whether ``actor`` may open ``url_name`` for ``thing``."""
    predicate = RIGHTS.get(url_name)
    return predicate is not None and bool(predicate.test(actor, thing))


def fetch(request, source, **lookup):
    """Find one object for this actor and authorize the present address on it.

    ``source`` is a model whose manager has ``visible_to(actor)``, or a queryset already narrowed to the actor.
    What belongs to the actor's organization comes with it. Raises Http404 if the actor may not know of the object,
    PermissionDenied if the action is not theirs.
    """
    actor = request.actor
    if hasattr(source, "_default_manager"):
        source = source._default_manager.visible_to(actor)
    thing = get_object_or_404(source, **lookup)
    if actor.organization is not None and getattr(thing, "organization_id", None) == actor.organization.pk:
        thing.organization = actor.organization
    return authorize(request, thing)


def authorize(request, thing):
    """Authorize the present address on ``thing``, which is no row or was found by the view itself.

    Returns it; raises PermissionDenied if the action is not the actor's.
    """
    if not may(request.actor, request.resolver_match.view_name, thing):
        raise PermissionDenied
    request.object_checked = True
    return thing


def resolve_actor(user, kwargs):
    """The actor for the organization or authority named in the address; Http404 for an outsider."""
    if "slug" in kwargs:
        actor = actor_in(user, get_object_or_404(Organization, slug=kwargs["slug"]))
    elif "authority" in kwargs:
        rows = Authority.objects.select_related("parent__parent")
        actor = actor_at(user, get_object_or_404(rows, pk=kwargs["authority"]))
    else:
        return Actor(user=user)
    if not actor.roles:
        raise Http404
    return actor


class AccessMiddleware:
    """Stands between the addresses and the views."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = Actor()
        self._speak(request, request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME))
        request.object_needed = request.object_checked = False
        # A page that is only read asks for its rules once; whoever writes asks again when the rows are locked.
        with rules_kept.stretch() if request.method in SAFE else nullcontext():
            response = self.get_response(request)
        if request.object_needed and not request.object_checked and response.status_code < 400:
            raise PermissionDenied(f"{request.resolver_match.view_name} answered without asking for its object.")
        # Whoever signs out right now came signed in.
        if request.actor.user or request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        predicate = RIGHTS.get(name)
        if predicate is None:
            raise PermissionDenied(f"{name} has no row of rights.")
        if not request.user.is_authenticated:
            return None if predicate is anybody else redirect_to_login(request.get_full_path())
        self._speak(request, request.user.language)
        request.actor = resolve_actor(request.user, kwargs)
        if request.method not in SAFE and request.actor.organization and request.actor.organization.is_closed:
            raise PermissionDenied(_("This organization is closed: it can be read, nothing is written any more."))
        request.object_needed = bool(set(kwargs) - {"slug", "authority"}) and predicate is not anybody
        if not request.object_needed and not predicate.test(request.actor, None):
            raise PermissionDenied
        return None

    @staticmethod
    def _speak(request, language):
        """Russian unless the visitor chose otherwise: a school PC's browser is often set to English."""
        if language not in dict(settings.LANGUAGES):
            language = settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
