"""The tree of authorities: no loops, not even by two at once; moving, closing, merging; acts and observers."""

import datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from people.accounts.actor import actor_at, actor_in
from people.accounts.models import Membership, User
from people.accounts.states import Role
from people.organizations.models import Authority, AuthorityAct, Placement
from people.organizations.regulations import load_preset
from people.organizations.selectors import legal_bases_on, tree_of_authorities
from people.organizations.services.observers import grant_observer
from people.organizations.services.tree import (
    change_authority,
    close_authority,
    enter_authority,
    merge_authority,
    place_organization,
)
from tests.programs.mentorships.test_races import at_once
from tests.world import DAY, START, build_world

YESTERDAY = DAY - datetime.timedelta(days=1)


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def _hang(world, authority, parent):
    return change_authority(authority, by=world.admin, kind=authority.kind, name=authority.name, parent=parent)


def test_a_loop_is_refused_by_its_name_at_any_depth(world):
    lowest = enter_authority(by=world.admin, kind="municipality", name="Район", parent=world.city)
    with pytest.raises(ValidationError, match="Республика → Город → Район → Республика"):
        _hang(world, world.region, lowest)
    with pytest.raises(ValidationError):
        _hang(world, world.city, world.city)
    assert list(Authority.objects.order_by("pk").values_list("name", "parent__name")) == [
        ("Республика", None), ("Город", "Республика"), ("Район", "Город"),
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_moves_at_once_make_no_loop():
    world = build_world()
    _hang(world, world.city, None)
    deeds = [partial(_hang, world, world.city, world.region), partial(_hang, world, world.region, world.city)]
    assert at_once(deeds * 4)[0] >= 1
    parents = dict(Authority.objects.values_list("pk", "parent_id"))
    assert sorted(parents.values(), key=str) in ([world.city.pk, None], [world.region.pk, None])


def test_an_authority_closes_once_nothing_stands_under_it(world):
    with pytest.raises(ValidationError):
        close_authority(world.city, by=world.admin)
    place_organization(world.other.organization, None, by=world.admin, starts_on=DAY)
    close_authority(world.city, by=world.admin)
    assert not actor_at(world.observer, world.city).roles
    with pytest.raises(ValidationError):
        place_organization(world.home.organization, world.city, by=world.admin, starts_on=DAY)


def test_a_merged_authority_hands_on_everything_and_stays_closed(world):
    into = enter_authority(by=world.admin, kind="municipality", name="Округ", parent=world.region)
    below = enter_authority(by=world.admin, kind="municipality", name="Район", parent=world.city)
    for authority, title in ((into, "Первый"), (world.city, "Второй"), (world.city, "Третий")):
        AuthorityAct.objects.create(authority=authority, title=title, phrase=title)
    merge_authority(world.city, into, by=world.admin)
    world.city.refresh_from_db()
    below.refresh_from_db()
    world.other.organization.refresh_from_db()
    assert (world.city.closed_on, world.city.merged_into, below.parent) == (DAY, into, into)
    assert [act.title for act in into.acts.all()] == ["Первый", "Второй", "Третий"]
    assert world.other.organization.authority == into
    assert [(row.authority, row.starts_on, row.ends_on) for row in Placement.objects.all()] == [
        (into, DAY, None), (world.city, datetime.date(2025, 9, 1), YESTERDAY),
    ]  # fmt: skip
    assert actor_in(world.observer, world.other.organization).has(Role.OBSERVER)
    with pytest.raises(ValidationError):
        merge_authority(into, world.city, by=world.admin)


def test_an_authority_is_not_merged_into_one_below_it(world):
    with pytest.raises(ValidationError):
        merge_authority(world.region, world.city, by=world.admin)
    assert Authority.objects.filter(closed_on=None).count() == 2


def test_an_organization_moves_from_a_day_and_its_past_stays(world):
    organization = world.other.organization
    place_organization(organization, world.region, by=world.admin, starts_on=DAY)
    rows = Placement.objects.filter(organization=organization).order_by("starts_on")
    assert [(row.authority, row.ends_on) for row in rows] == [(world.city, YESTERDAY), (world.region, None)]
    for authority, day in ((world.city, DAY), (world.city, DAY + datetime.timedelta(days=1)), (world.region, DAY)):
        with pytest.raises(ValidationError):
            place_organization(organization, authority, by=world.admin, starts_on=day)


def test_orders_cite_the_acts_above_by_level_where_the_regulation_inherits_them(world):
    organization = world.other.organization
    version = organization.regulations.get()
    own = load_preset("lyceum-136").legal_bases_for("O4")
    values = {"authority": world.region, "title": "Областной", "phrase": "с приказом министерства"}
    AuthorityAct.objects.create(**values)
    AuthorityAct.objects.create(authority=world.city, title="Городской", phrase="с приказом управления")
    AuthorityAct.objects.create(authority=world.city, title="Не для пар", phrase="иной", orders=["O1"])
    AuthorityAct.objects.create(authority=world.city, title="Прежний", phrase="прежний", ends_on=START)
    AuthorityAct.objects.create(authority=world.city, title="Тот же", phrase=own[0].phrase.upper())
    version.settings["orders"]["inherit_bases"] = False
    version.save()
    assert legal_bases_on(organization, DAY, "O4") == own
    version.settings["orders"]["inherit_bases"] = True
    version.save()
    cited = legal_bases_on(organization, DAY, "O4")
    levels = [basis.level for basis in cited]
    assert levels == sorted(levels, key=("federation", "region", "municipality", "organization").index)
    assert {basis.title for basis in cited} - {basis.title for basis in own} == {"Областной", "Городской"}
    assert [basis for basis in cited if basis in own] == sorted(
        own, key=lambda basis: ("federation", "region", "municipality", "organization").index(basis.level)
    )


def test_the_tree_lists_every_authority_under_its_own(world):
    lines, loose = tree_of_authorities()
    assert [(depth, row.name, [each.slug for each in row.listed]) for depth, row in lines] == [
        (0, "Республика", []), (1, "Город", ["lyceum-136"]),
    ]  # fmt: skip
    assert [row.slug for row in loose] == ["school-3"]


def test_an_observer_with_a_new_account_sets_the_password_once(world, client):
    membership, address = grant_observer(
        world.city, by=world.admin, login="New@Ufa.example", display_name="Новый", basis="приказ", starts_on=DAY
    )
    path = address[address.index("/first-password/") :]
    assert client.get(path).context["form"] is not None
    assert client.post(path, {"password": "nadezhnyj-7", "again": "nadezhnyj-7"}).status_code == 302
    assert client.get(path).context["form"] is None
    assert User.objects.get(login="new@ufa.example").check_password("nadezhnyj-7")
    assert actor_at(membership.user, world.city).has(Role.OBSERVER)
    with pytest.raises(ValidationError):
        grant_observer(world.city, by=world.admin, login="new@ufa.example", basis="ещё", starts_on=DAY)


@pytest.mark.parametrize("uid", ["MQ", "....", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "0L8"])
def test_a_made_up_address_of_a_first_password_sets_none(world, client, uid):
    response = client.get(reverse("people:password_set", args=[uid, "abc-123"]))
    assert (response.status_code, response.context["form"]) == (200, None)


def test_the_administrator_works_on_the_pages(world, client):
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    base = "/installation/authorities/"
    made = client.post(f"{base}new/", {"kind": "municipality", "name": "Район", "parent": world.city.pk})
    district = Authority.objects.get(name="Район")
    assert made["Location"] == f"{base}{district.pk}/"
    loop = client.post(f"{base}{world.region.pk}/edit/", {"kind": "region", "name": "Р", "parent": district.pk})
    assert list(loop.context["form"].errors) == ["parent"]
    act = {"title": "Приказ", "phrase": "с приказом", "orders": ["O4"], "position": 1, "starts_on": "2026-09-02"}
    bad = client.post(f"{base}{district.pk}/acts/new/", act | {"ends_on": "2026-09-01", "orders": ["O99"]})
    assert set(bad.context["form"].errors) == {"ends_on", "orders"}
    assert client.post(f"{base}{district.pk}/acts/new/", act).status_code == 302
    row = AuthorityAct.objects.get()
    assert (row.authority, row.orders) == (district, ["O4"])
    observer = {"login": world.observer.login, "basis": "приказ", "starts_on": "2026-10-01"}
    assert client.post(f"{base}{district.pk}/observers/new/", observer).context["address"] is None
    membership = Membership.objects.get(authority=district)
    client.post(f"/installation/observers/{membership.pk}/end/")
    membership.refresh_from_db()
    assert membership.ends_on == YESTERDAY
    for path in (base, f"{base}{district.pk}/", f"{base}{world.city.pk}/merge/"):
        assert client.get(path).status_code == 200


def test_an_observer_is_ended_before_the_last_day_but_not_twice(world, client):
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    membership = Membership.objects.get(user=world.observer)
    membership.ends_on = DAY + datetime.timedelta(days=9)
    membership.save()
    address = f"/installation/observers/{membership.pk}/end/"
    assert address in client.get(f"/installation/authorities/{world.city.pk}/").content.decode()
    client.post(address)
    membership.refresh_from_db()
    assert membership.ends_on == YESTERDAY
    Membership.objects.filter(pk=membership.pk).update(ends_on=START)
    client.post(address)
    membership.refresh_from_db()
    assert membership.ends_on == START


def test_closing_taking_out_and_ending_ask_first(world, client):
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    act = AuthorityAct.objects.create(authority=world.city, title="Приказ", phrase="с приказом")
    membership = Membership.objects.get(user=world.observer)
    card = client.get(f"/installation/authorities/{world.city.pk}/").content.decode()
    pages = [f"/installation/{path}/" for path in (
        f"authorities/{world.city.pk}/close", f"acts/{act.pk}/remove", f"observers/{membership.pk}/end",
    )]  # fmt: skip
    for page in pages:
        assert f'href="{page}"' in card
        assert 'class="confirm" method="post"' in client.get(page).content.decode()
    assert (AuthorityAct.objects.get(), Membership.objects.get(pk=membership.pk).ends_on) == (act, None)
    assert client.post(pages[1]).status_code == 302
    assert not AuthorityAct.objects.exists()


def test_a_thing_sent_as_its_own_place_gets_a_sentence_of_its_own(world, client):
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    city, school = world.city.pk, world.home.organization.pk
    sent = {
        f"authorities/{city}/edit": {"kind": "municipality", "name": "Город", "parent": city},
        f"authorities/{city}/merge": {"into": city},
        f"organizations/{school}/end": {"into": school, "on": DAY.isoformat(), "name": "school-3"},
    }
    said = [client.post(f"/installation/{path}/", data).context["form"].errors for path, data in sent.items()]
    assert [list(errors) for errors in said] == [["parent"], ["into"], ["into"]]
    assert all("Выберите корректный" not in str(errors) for errors in said)
    foreign = client.post(f"/installation/authorities/{city}/merge/", {"into": "abc"})
    assert list(foreign.context["form"].errors) == ["into"]
