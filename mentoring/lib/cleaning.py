"""What comes in is text: no NUL, control or invisible character gets past the door, in no form and no address."""

from django.http import Http404, QueryDict
from django.http.request import UnreadablePostError

from mentoring.lib.text import clean_text


class CleanInput:
    """Middleware before every other that reads what the visitor sent.

    PostgreSQL refuses a NUL and a page turns round at a bidi mark, whatever view or form it came through.
    Parameters, fields and cookies are cleaned; an address with such a character does not exist.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if _is_unclean(request.path_info):
            raise Http404
        request.GET = _cleaned(request.GET)
        request.COOKIES = {name: clean_text(value) for name, value in request.COOKIES.items()}
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        try:
            request.POST = _cleaned(request.POST)
        except UnreadablePostError:
            # The visitor broke off; whoever reads the form next finds the same.
            return


def _is_unclean(text):
    return clean_text(text) != text


def _cleaned(values):
    if not any(_is_unclean(each) for _name, texts in values.lists() for each in texts):
        return values
    copy = QueryDict(mutable=True, encoding=values.encoding)
    for name, texts in values.lists():
        copy.setlist(clean_text(name), [clean_text(each) for each in texts])
    copy._mutable = False
    return copy
