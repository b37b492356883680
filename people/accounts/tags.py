"""Rights, addresses and the organization's own words in templates."""

from django import template

from people.accounts.access import may
from people.organizations.selectors import difficulties_word

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context, url_name, thing=None):
    """``{% can "programs:mentorship_accept" pair as ok %}``: whether to show the way there."""
    return may(context["request"].actor, url_name, thing)


@register.simple_tag(takes_context=True)
def at(context, url_name, *args, **kwargs):
    """``{% at "people:staff_card" card.pk %}``: an address inside the present organization."""
    return context["request"].actor.url(url_name, *args, **kwargs)


@register.simple_tag(takes_context=True)
def difficulties(context):
    """``{% difficulties as word %}``: «Затруднения», or as the regulation of the organization calls them."""
    request = context["request"]
    if not hasattr(request, "difficulties_word"):  # once a page, however many rows name it
        request.difficulties_word = difficulties_word(request.actor.organization)
    return request.difficulties_word
