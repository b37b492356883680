import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from mentoring.lib.cleaning import CleanInput

SENT = {"name": "Ива\x00нов\u202e", "note": ["две\r\nстроки", "\u200b"]}


def _through(request):
    """The request as a view finds it."""
    door = CleanInput(lambda request: HttpResponse())
    door(request)
    door.process_view(request, None, (), {})
    return request


def test_fields_parameters_and_cookies_come_clean():
    request = RequestFactory().post("/?q=%00%E2%80%AEслово&q=2", SENT)
    request.COOKIES = {"session": "\x00abc"}
    found = _through(request)
    assert dict(found.GET.lists()) == {"q": ["слово", "2"]}
    assert dict(found.POST.lists()) == {"name": ["Иванов"], "note": ["две\nстроки", ""]}
    assert found.COOKIES == {"session": "abc"}


def test_a_cleaned_form_can_be_changed_by_nobody():
    with pytest.raises(AttributeError):
        _through(RequestFactory().post("/", SENT)).POST["name"] = "Петров"


def test_an_address_with_an_invisible_character_does_not_exist():
    with pytest.raises(Http404):
        _through(RequestFactory().get("/demo/a%00b/"))
