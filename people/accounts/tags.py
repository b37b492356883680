"""Rights and addresses in templates."""

from django import template

from people.accounts.access import may

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context, url_name, thing=None):
    """``{% can "programs:mentorship_accept" pair as ok %}``: whether to show the way there."""
    return may(context["request"].actor, url_name, thing)


@register.simple_tag(takes_context=True)
def at(context, url_name, *args, **kwargs):
    """``{% at "people:staff_card" card.pk %}``: an address inside the present organization."""
    return context["request"].actor.url(url_name, *args, **kwargs)
