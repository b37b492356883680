import socket
import stat

import pytest

from deploy import environment, start
from deploy.start import refusal
from tests.world import make_organization


def test_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    key = environment.secret_key(tmp_path)

    assert environment.secret_key(tmp_path) == key
    assert len(key) >= 50
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_what_the_administrator_set_wins(tmp_path, monkeypatch):
    monkeypatch.setenv("MENTORING_DATA", str(tmp_path))
    monkeypatch.setenv("ALLOWED_HOSTS", "school.example")
    monkeypatch.setenv("MENTORING_DEMO", "0")
    monkeypatch.setenv("SECRET_KEY", "k" * 50)
    monkeypatch.setenv("PORT", "")

    environment.prepare()

    names = ("ALLOWED_HOSTS", "MENTORING_DEMO", "SECRET_KEY", "PORT")
    assert [environment.os.environ[name] for name in names] == ["school.example", "0", "k" * 50, "8000"]
    assert list(tmp_path.iterdir()) == []


def test_free_port_is_not_refused_and_a_taken_one_is():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = str(listener.getsockname()[1])
        listener.listen()
        assert port in refusal("127.0.0.1", port)

    assert refusal("127.0.0.1", port) is None


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1", "80 81", "８０"])
def test_nonsense_for_a_port_is_refused_with_an_example(port):
    assert "8001" in refusal("127.0.0.1", port)


def test_foreign_address_is_refused():
    assert refusal("203.0.113.7", "8000") is not None
    assert "no.such.host" in refusal("no.such.host", "8000")


@pytest.mark.django_db
@pytest.mark.parametrize(("is_demo", "loads"), [(None, True), (True, True), (False, False)])
def test_demonstration_is_loaded_or_listed_unless_real_organizations_are_there(monkeypatch, is_demo, loads):
    if is_demo is not None:
        make_organization("school-3", preset="school-3", is_demo=is_demo)
    called = []
    monkeypatch.setattr(start, "call_command", lambda name: called.append(name))

    start.load_demonstration()

    assert called == (["load_demo"] if loads else [])
