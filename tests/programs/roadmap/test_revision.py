"""Revisions and approval by an order; what an order fulfils; evidence; overdue items told."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.models import Notice
from programs.models import Item, ItemDuty, ItemEvidence, Roadmap
from programs.roadmap import selectors, services
from programs.roadmap.states import ItemState, RoadmapState
from reports.documents.roadmap import roadmap_paper
from tests.programs.roadmap.factories import (
    item_of,
    make_draft,
    make_order,
    make_running,
    make_submitted,
    pdf_file,
    set_rules,
)
from tests.world import DAY, PASSWORD, undrawn, world_with

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, running=make_running)


@pytest.fixture
def world(world, settings, tmp_path):
    settings.MENTORING_TODAY = DAY
    settings.MEDIA_ROOT = tmp_path
    return world


@pytest.fixture
def curator(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    return client


def page(name, thing, home):
    return reverse(f"programs:{name}", args=[home.organization.slug, thing.pk])


def make_revision(home, running):
    return services.revise_roadmap(running, by=home.curator.user, reason="Добавили встречу")


def approved(home, revision, **fields):
    services.submit_roadmap(revision, by=home.curator.user)
    order = make_order(home, "O1", roadmap=revision, **fields)
    return services.approve_by_order(revision, order, by=home.director.user), order


def standing(roadmap):
    """Every item as (code, state, day, proofs)."""
    rows = Item.objects.filter(stage__roadmap=roadmap).order_by("stage__position", "position")
    return [(row.code, row.state, row.done_on, [str(proof) for proof in row.evidence.all()]) for row in rows]


def test_a_revision_carries_items_marks_and_evidence_and_replaces_the_edition_before(home):
    running, by = home.running, home.curator.user
    services.mark_item(item_of(running), ItemState.DONE, by=by, done_on=DAY, result="Издан", files=[pdf_file()])
    cancelled = item_of(running, code="final_conference")
    services.mark_item(cancelled, ItemState.CANCELLED, by=by, result="Не нужно")
    printed = roadmap_paper(running)
    revision = make_revision(home, running)
    assert (revision.state, revision.edition, revision.replaces) == ("draft", 2, running)
    assert standing(revision) == standing(running)
    # Work goes on in the edition in force while the revision is written.
    later = item_of(running, code="pair_orders")
    services.mark_item(later, ItemState.DONE, by=by, done_on=DAY, result="Издан", files=[pdf_file("Выписка.pdf")])
    struck = item_of(revision, code="support_unpaired")
    services.mark_item(struck, ItemState.CANCELLED, by=by, result="Лишнее")
    services.add_item(revision.stages.first(), by=by, content="Встреча наставников")
    revision, order = approved(home, revision)
    running.refresh_from_db()
    assert (running.state, revision.state, revision.approved_on) == (
        RoadmapState.SUPERSEDED,
        RoadmapState.RUNNING,
        order.signed_on,
    )
    found = {code: (state, proofs) for code, state, _day, proofs in standing(revision)}
    assert found["regulation_order"] == ("done", ["Протокол.pdf"])
    assert found["pair_orders"] == ("done", ["Выписка.pdf"])
    assert not {"support_unpaired", "final_conference"} & set(found)
    assert selectors.running_roadmap(home.organization, DAY) == revision
    assert (roadmap_paper(running), printed.draft) == (printed, False)
    paper = roadmap_paper(revision)
    assert paper.stamp.word == "УТВЕРЖДЕНА" and "№ 1-од" in paper.stamp.by and "(редакция 2)" in paper.subtitle


def test_an_item_struck_out_in_the_revision_but_done_meanwhile_stays_done(home):
    running, by = home.running, home.curator.user
    revision = make_revision(home, running)
    services.mark_item(item_of(revision, code="programs"), ItemState.CANCELLED, by=by, result="Лишнее")
    services.mark_item(item_of(running, code="programs"), ItemState.DONE, by=by, done_on=DAY, result="Готовы")
    revision, _order = approved(home, revision)
    assert item_of(revision, code="programs").state == ItemState.DONE


def test_a_revision_is_refused_without_reason_twice_and_for_a_draft(home):
    draft = make_draft(home, 2027)
    with pytest.raises(MoveRefused):
        make_revision(home, draft)
    running = home.running
    with pytest.raises(MoveRefused):
        services.revise_roadmap(running, by=home.curator.user, reason=" \u200b")
    revision = make_revision(home, running)
    for deed in (
        lambda: make_revision(home, running),
        lambda: services.close_roadmap(running, by=home.curator.user),
    ):
        with pytest.raises(MoveRefused):
            deed()
    services.drop_roadmap(revision, by=home.curator.user)
    assert make_revision(home, running).edition == 2


def test_the_database_holds_one_edition_in_force(home):
    running = home.running
    revision = make_revision(home, running)
    with pytest.raises(IntegrityError), transaction.atomic():
        Roadmap.objects.filter(pk=revision.pk).update(
            state=RoadmapState.RUNNING, approved_on=DAY, approved_by=home.director.user
        )


def test_the_head_alone_does_not_approve_what_needs_an_order(home, client):
    set_rules(home, approved_by="order")
    roadmap = make_submitted(home, 2027)
    with pytest.raises(MoveRefused, match="order|приказ"):
        services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD)
    client.force_login(home.director.user, backend="people.accounts.backends.LoginNameBackend")
    shown = client.get(page("roadmap_approve", roadmap, home))
    assert shown.context["needs_order"] and 'type="password"' not in shown.text
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    assert (
        reverse("reports:order_adoption_draft", args=[home.organization.slug])
        in client.get(page("roadmap_card", roadmap, home)).text
    )
    set_rules(home, approved_by="head")
    revision = make_revision(home, services.approve_roadmap(roadmap, by=home.director.user, password=PASSWORD))
    services.submit_roadmap(revision, by=home.curator.user)
    with pytest.raises(MoveRefused, match="order|приказ"):
        services.approve_roadmap(revision, by=home.director.user, password=PASSWORD)


def test_only_a_registered_order_brings_a_submitted_roadmap_into_force(home):
    draft = make_draft(home, 2027)
    order = make_order(home, "O1", roadmap=draft)
    with pytest.raises(MoveRefused):
        services.approve_by_order(draft, order, by=home.director.user)
    services.submit_roadmap(draft, by=home.curator.user)
    order.state = "draft"
    with pytest.raises(MoveRefused):
        services.approve_by_order(draft, order, by=home.director.user)
    draft.refresh_from_db()
    assert draft.state == RoadmapState.SUBMITTED


def test_an_order_fulfils_the_items_of_its_kind_and_is_kept_as_evidence(home):
    running = home.running
    order = make_order(home, "O4")
    [item] = services.fulfil_items(order, by=home.director.user)
    assert (item.code, item.state, item.done_on) == ("pair_orders", ItemState.DONE, DAY)
    assert [proof.order for proof in item.evidence.all()] == [order]
    services.mark_item(item, ItemState.IN_PROGRESS, by=home.curator.user)
    assert (item_of(running, code="pair_orders").done_on, item.evidence.count()) == (None, 1)
    assert services.fulfil_items(make_order(home, "O2", 2), by=home.director.user) == []
    second = make_order(home, "O4", 3)
    services.fulfil_items(second, by=home.director.user)
    assert {proof.order for proof in item.evidence.all()} == {order, second}


def test_an_order_leaves_the_times_ahead_open(home):
    running = home.running
    Item.objects.filter(stage__roadmap=running, code="requests").update(order_kind="O4")
    services.fulfil_items(make_order(home), by=home.director.user)
    times = Item.objects.filter(stage__roadmap=running, code="requests").order_by("due_on")
    assert [time.state for time in times] == [ItemState.DONE, ItemState.PLANNED]


def test_no_order_touches_the_roadmap_of_another_organization(world):
    foreign = make_running(world.other)
    services.fulfil_items(make_order(world.home), by=world.home.director.user)
    assert {state for _code, state, *_ in standing(foreign)} == {ItemState.PLANNED}


def test_files_and_an_order_are_added_on_the_page_read_and_removed(home, curator, client):
    item = item_of(home.running)
    order = make_order(home)
    values = {"state": "done", "done_on": DAY, "result": "Издан", "order": order.pk, "files": [pdf_file()]}
    assert curator.post(page("item_mark", item, home), values).status_code == 302
    file, ordered = item.evidence.exclude(file="").get(), item.evidence.get(order=order)
    answer = curator.get(page("item_file", file, home))
    assert (b"".join(answer), answer["X-Content-Type-Options"]) == (b"%PDF-1.4 x", "nosniff")
    assert "attachment" in answer["Content-Disposition"]
    assert curator.get(page("item_file", ordered, home)).status_code == 404
    assert "1-од" in curator.get(page("roadmap_card", item.stage.roadmap, home)).text
    assert "1-од" in curator.get(page("item_mark", item, home)).text
    more = {"proof-files": [pdf_file("Второй.pdf")]}
    assert curator.post(page("item_evidence", item, home), more).status_code == 302
    curator.post(page("item_evidence_remove", file, home))
    assert {str(proof) for proof in item.evidence.all()} == {"Второй.pdf", str(order)}


@pytest.mark.parametrize(
    ("name", "content"),
    [("вирус.exe", b"MZ"), ("страница.html", b"<script>"), ("Ложный.pdf", b"MZ"), ("Пустой.pdf", b"")],
)
@undrawn()
def test_a_file_of_another_kind_is_refused(home, curator, name, content):
    item = item_of(home.running)
    file = pdf_file(name)
    file.file.truncate(0)
    file.file.seek(0)
    file.file.write(content)
    file.size = len(content)
    values = {"state": "done", "done_on": DAY, "result": "Издан", "files": [file]}
    assert set(curator.post(page("item_mark", item, home), values).context["form"].errors) == {"files"}
    item.refresh_from_db()
    assert (item.state, ItemEvidence.objects.count()) == (ItemState.PLANNED, 0)


@undrawn()
def test_an_order_of_another_organization_is_no_evidence(world, client):
    item = item_of(world.home.running)
    foreign = make_order(world.other)
    client.force_login(world.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    values = {"state": "done", "done_on": DAY, "result": "Издан", "order": foreign.pk}
    assert set(client.post(page("item_mark", item, world.home), values).context["form"].errors) == {"order"}
    with pytest.raises(MoveRefused):
        services.add_evidence(item, by=world.home.curator.user, order=foreign)


def test_a_file_two_editions_show_is_not_deleted_with_one_of_them(home, django_capture_on_commit_callbacks):
    running = home.running
    services.add_evidence(item_of(running), by=home.curator.user, files=[pdf_file()])
    revision, _order = approved(home, make_revision(home, running))
    proof = item_of(revision).evidence.get()
    with django_capture_on_commit_callbacks(execute=True):
        services.remove_evidence(proof, by=home.curator.user)
    kept = item_of(running).evidence.get()
    assert kept.file.storage.exists(kept.file.name)
    with pytest.raises(MoveRefused):
        services.remove_evidence(kept, by=home.curator.user)


def test_overdue_items_are_told_to_those_who_answer_once_a_week(home, settings):
    running = home.running
    Item.objects.filter(stage__roadmap=running).exclude(code="coverage").update(due_on=None, starts_on=None)
    item = item_of(running, code="coverage")
    Item.objects.filter(pk=item.pk).update(due_on=DAY - WEEK, role="")
    item.duties.all().delete()
    ItemDuty.objects.create(item=item, role="psychologist")
    ItemDuty.objects.create(item=item, employment=home.staff.employment)
    told = lambda: services.remind_overdue(home.organization, home.organization.today())  # noqa: E731
    assert told() == 2
    asked = Notice.objects.filter(sentence__contains="overdue in the roadmap")
    assert {notice.user for notice in asked} == {home.psychologist.user, home.staff.user}
    asked.update(read_at="2026-10-15T12:00:00Z")
    assert told() == 0
    settings.MENTORING_TODAY = DAY + WEEK + datetime.timedelta(days=1)
    assert told() == 2
    # What nobody answers for goes to the curator.
    item.duties.all().delete()
    assert told() == 1
    assert Notice.objects.filter(user=home.curator.user, sentence__contains="overdue in the roadmap").count() == 1


def test_a_revision_and_its_former_edition_lead_to_each_other(home, curator):
    running = home.running
    curator.post(page("roadmap_revise", running, home), {"reason": "Новая встреча"})
    revision = Roadmap.objects.get(replaces=running)
    card = page("roadmap_card", running, home)
    assert page("roadmap_card", revision, home) in curator.get(card).text
    approved(home, revision)
    assert page("roadmap_card", revision, home) in curator.get(card).text
    assert card in curator.get(page("roadmap_card", revision, home)).text
