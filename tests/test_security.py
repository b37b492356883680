"""What every session owes: rights that end at once, sign-in that cannot be guessed."""

import datetime
import json
import os
import subprocess
import sys

import pytest
from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from people.accounts.models import Membership
from people.accounts.services import close_account, end_role
from people.banks.states import EntryState
from tests.crawl import signed_in
from tests.headers import faults_of
from tests.world import PASSWORD


@pytest.mark.parametrize("address", ["/sign-in/", "/join/", "/nowhere/", "/o/school-3/"])
def test_a_visitor_gets_the_headers_too(world, address):
    response = Client().get(address)
    assert [fault for fault in faults_of(response) if fault != "kept by the browser"] == []


def test_over_https_cookies_belong_to_this_host_and_the_browser_stays_with_https(tmp_path):
    names = [
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_NAME",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "LANGUAGE_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
    ]
    script = (
        "import json, sys; from mentoring import settings; "
        "print(json.dumps([getattr(settings, name) for name in sys.argv[1:]] + [settings.SECURE_HSTS_SECONDS]))"
    )
    environment = os.environ | {"HTTPS": "1", "MENTORING_DATA": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-c", script, *names], env=environment, capture_output=True, check=True, text=True
    )
    assert json.loads(answer.stdout) == ["__Host-session", "__Host-csrf", True, True, True, True, 31_536_000]


# --- rights that end ------------------------------------------------------------------------------------------


def test_a_role_that_is_taken_away_is_refused_at_the_next_sign_in(world):
    client = signed_in(world.home.council.user)
    assert client.get("/o/school-3/mentors/").status_code == 200
    membership = Membership.objects.get(user=world.home.council.user)
    end_role(membership, by=world.home.sysadmin.user)
    assert client.get("/o/school-3/mentors/").url.startswith("/sign-in/")
    assert signed_in(world.home.council.user).get("/o/school-3/mentors/").status_code == 403


def test_a_membership_that_ran_out_is_refused_at_the_next_request(world):
    client = signed_in(world.observer)
    assert client.get(f"/t/{world.city.pk}/").status_code == 200
    yesterday = timezone.now().date() - datetime.timedelta(days=2)
    Membership.objects.filter(user=world.observer).update(ends_on=yesterday)
    assert client.get(f"/t/{world.city.pk}/").status_code == 404


def test_a_closed_account_is_signed_out_everywhere(world):
    one, two = signed_in(world.home.council.user), signed_in(world.home.council.user)
    keeper = signed_in(world.home.sysadmin.user)
    keeper.post(reverse("people:account_close", args=["school-3", world.home.council.user.pk]))
    for client in (one, two):
        assert client.get("/o/school-3/")["Location"].startswith("/sign-in/")
    assert keeper.get("/o/school-3/").status_code == 200


def test_an_account_closed_behind_the_back_of_the_services_is_refused_as_well(world):
    client = signed_in(world.home.council.user)
    type(world.home.council.user).objects.filter(pk=world.home.council.user.pk).update(is_active=False)
    assert client.get("/o/school-3/")["Location"].startswith("/sign-in/")


def test_whoever_left_the_organization_is_an_outsider_at_the_next_request(world):
    client = signed_in(world.home.mentor.user)
    assert client.get("/o/school-3/").status_code == 200
    day = world.home.organization.today() - datetime.timedelta(days=1)
    type(world.home.mentor.employment).objects.filter(pk=world.home.mentor.employment.pk).update(ends_on=day)
    assert client.get("/o/school-3/").status_code == 404


def test_a_mentor_whose_entry_is_archived_loses_the_rights_of_a_mentor(world):
    client = signed_in(world.home.mentor.user)
    assert client.get("/o/school-3/programs/").status_code == 200
    type(world.home.mentor_entry).objects.update(state=EntryState.ARCHIVED)
    assert client.get("/o/school-3/programs/").status_code == 403


def test_the_session_key_changes_at_sign_in_and_dies_at_sign_out(world):
    client = Client()
    session = client.session
    session.save()
    before = session.session_key
    client.cookies["session"] = before
    client.post("/sign-in/", {"username": world.home.curator.user.login, "password": PASSWORD})
    inside = client.session.session_key
    assert client.session[SESSION_KEY] == str(world.home.curator.user.pk)
    assert inside != before and not Session.objects.filter(session_key=before).exists()
    client.post(reverse("people:sign_out"))
    assert not Session.objects.filter(session_key=inside).exists()
    client.cookies["session"] = inside
    assert client.get("/o/school-3/")["Location"].startswith("/sign-in/")


def test_a_new_password_signs_out_the_other_browsers_only(world):
    here, there = signed_in(world.home.curator.user), signed_in(world.home.curator.user)
    old = here.session.session_key
    values = {"current": PASSWORD, "password": "другой-пароль-7", "again": "другой-пароль-7"}
    assert here.post(reverse("people:password_change"), values).status_code == 302
    assert here.get("/o/school-3/").status_code == 200
    assert here.session.session_key != old
    assert there.get("/o/school-3/")["Location"].startswith("/sign-in/")


# --- guessing -------------------------------------------------------------------------------------------------


def _try(login, password="wrong", **where):
    return Client(**where).post("/sign-in/", {"username": login, "password": password})


def _text(response, login):
    """The answer without what was typed and without the token, which differ by nature."""
    form = response.content.decode().replace(login, "LOGIN")
    return [line for line in form.splitlines() if "csrfmiddlewaretoken" not in line]


def test_after_ten_failures_sign_in_rests_in_words_and_works_again_after_a_quarter_of_an_hour(world):
    login = world.home.curator.user.login
    for number in range(9):
        assert _try(login, REMOTE_ADDR=f"203.0.113.{number}").status_code == 200
    refused = _try(login, REMOTE_ADDR="203.0.113.9")
    again = _try(login, PASSWORD, REMOTE_ADDR="203.0.113.10")
    for response in (refused, again):
        assert response.status_code == 429
        assert "Слишком много попыток" in response.content.decode()
        assert [fault for fault in faults_of(response) if fault != "kept by the browser"] == []
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=16))
    assert _try(login, PASSWORD, REMOTE_ADDR="203.0.113.10").status_code == 302


def test_the_cool_off_counts_from_the_last_real_failure(world):
    """Whoever keeps knocking at a locked account does not keep its owner out for good."""
    login = world.home.curator.user.login
    for number in range(10):
        _try(login, REMOTE_ADDR=f"203.0.113.{number}")
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=14))
    for number in range(5):
        _try(login, REMOTE_ADDR=f"203.0.113.{number}")
    assert AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - datetime.timedelta(minutes=13)).count() == 0


@pytest.mark.parametrize("before", [0, 10])
def test_known_and_unknown_accounts_are_answered_alike(world, before):
    answers = []
    for place, login in enumerate((world.home.curator.user.login, "nobody@school-3.example")):
        for number in range(before):
            _try(login, REMOTE_ADDR=f"203.0.{place}.{number}")
        response = _try(login, REMOTE_ADDR=f"203.0.{place}.99")
        answers.append((response.status_code, _text(response, login)))
    assert answers[0] == answers[1]


def test_a_closed_account_is_answered_like_an_unknown_one(world):
    user = world.home.council.user
    close_account(user, by=world.home.sysadmin.user)
    answers = [_text(_try(login, PASSWORD), login) for login in (user.login, "nobody@school-3.example")]
    assert answers[0] == answers[1]


def test_another_letter_case_is_the_same_account_to_the_lock(world):
    login = world.home.curator.user.login
    for number in range(10):
        _try(login.upper() if number % 2 else f" {login} ", REMOTE_ADDR=f"203.0.113.{number}")
    assert _try(login, PASSWORD, REMOTE_ADDR="203.0.113.99").status_code == 429


def test_one_address_may_not_try_many_accounts_and_the_others_go_on(world):
    for number in range(10):
        _try(f"user{number}", REMOTE_ADDR="203.0.113.1")
    login = world.home.curator.user.login
    assert _try(login, PASSWORD, REMOTE_ADDR="203.0.113.1").status_code == 429
    assert _try(login, PASSWORD, REMOTE_ADDR="203.0.113.2").status_code == 302


def test_whoever_has_an_account_cannot_clear_the_failures_at_others_by_coming_in(world):
    victim, own = world.home.curator.user.login, world.home.staff.user.login
    for _round in range(2):
        for _number in range(5):
            _try(victim, REMOTE_ADDR="203.0.113.1")
        _try(own, PASSWORD, REMOTE_ADDR="203.0.113.1")
    assert _try(victim, PASSWORD, REMOTE_ADDR="203.0.113.2").status_code == 429


def test_coming_in_forgives_the_own_slips(world):
    login = world.home.curator.user.login
    for _round in range(3):
        for _number in range(9):
            _try(login, REMOTE_ADDR="203.0.113.1")
        assert _try(login, PASSWORD, REMOTE_ADDR="203.0.113.1").status_code == 302


def test_without_proxies_a_forged_header_neither_helps_nor_harms(world):
    login = world.home.curator.user.login
    for number in range(10):
        _try(f"user{number}", REMOTE_ADDR="203.0.113.1", HTTP_X_FORWARDED_FOR="198.51.100.5")
    assert _try(login, PASSWORD, REMOTE_ADDR="203.0.113.1", HTTP_X_FORWARDED_FOR="8.8.8.8").status_code == 429
    assert _try(login, PASSWORD, REMOTE_ADDR="198.51.100.5").status_code == 302


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, None, "127.0.0.1"),
        (0, "203.0.113.7", "127.0.0.1"),
        (1, None, "127.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "10.0.0.7", "10.0.0.7"),
        (1, "2001:db8::7", "2001:db8::7"),
        # What the visitor wrote stands to the left of what our proxy saw.
        (1, "8.8.8.8, 203.0.113.7", "203.0.113.7"),
        (1, "nonsense, 203.0.113.7", "203.0.113.7"),
        (1, "8.8.8.8, 9.9.9.9, 10.0.0.7", "10.0.0.7"),
        (2, "203.0.113.7, 198.51.100.1", "203.0.113.7"),
        (2, "8.8.8.8, 203.0.113.7, 198.51.100.1", "203.0.113.7"),
    ],
)
def test_the_address_counted_is_the_one_our_outermost_proxy_saw(settings, tmp_path, proxies, forwarded, address):
    for name, value in _axes_settings(proxies, tmp_path).items():
        setattr(settings, name, value)
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert get_client_ip_address(RequestFactory().get("/", **headers)) == address


_KNOWN = {}


def _axes_settings(proxies, folder):
    """What the settings say of addresses behind so many proxies, read in a process of its own."""
    if proxies not in _KNOWN:
        script = (
            "import json; from mentoring import settings; "
            "print(json.dumps({name: getattr(settings, name) for name in dir(settings) if 'IPWARE' in name}))"
        )
        environment = os.environ | {"PROXIES": str(proxies), "MENTORING_DATA": str(folder)}
        answer = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
        )
        _KNOWN[proxies] = json.loads(answer.stdout)
    return _KNOWN[proxies]
