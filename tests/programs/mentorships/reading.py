"""How the tests of the pages ask for a page and read it."""

from django.urls import reverse


def address(name, *args):
    return reverse(f"programs:mentorship_{name}", args=["school-3", *args])


def text_of(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def terms(**changes):
    values = {
        "form": "teacher_teacher",
        "kinds": ["traditional"],
        "direction": "forward",
        "starts_on": "2026-10-15",
        "ends_on": "2027-05-31",
    }
    return values | changes
