"""Roadmaps in every state of their life."""

from django.core.files.uploadedfile import SimpleUploadedFile

from mentoring.lib.dates import now
from people.models import RegulationVersion
from programs.orders.models import Order, OrderSeries
from programs.orders.states import OrderState
from programs.roadmap import services
from programs.roadmap.models import Item
from tests.world import DAY, PASSWORD

YEAR = 2026


def make_draft(place, year=YEAR):
    return services.open_year(place.organization, year, by=place.curator.user)


def make_submitted(place, year=YEAR):
    return services.submit_roadmap(make_draft(place, year), by=place.curator.user)


def make_running(place, year=YEAR):
    return services.approve_roadmap(make_submitted(place, year), by=place.director.user, password=PASSWORD)


def item_of(roadmap, **fields):
    """The first item of ``roadmap`` with ``fields``."""
    return Item.objects.filter(stage__roadmap=roadmap, **fields).first()


def draft(world):
    return {"pk": make_draft(world.home).pk}


def submitted(world):
    return {"pk": make_submitted(world.home).pk}


def running(world):
    return {"pk": make_running(world.home).pk}


def stage_of_draft(world):
    return {"pk": make_draft(world.home).stages.first().pk}


def item_of_draft(world):
    return {"pk": item_of(make_draft(world.home)).pk}


def item_of_running(world):
    return {"pk": item_of(make_running(world.home)).pk}


def pdf_file(name="Протокол.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 x", "application/pdf")


def file_of_running(world):
    item = item_of(make_running(world.home))
    services.add_evidence(item, by=world.home.curator.user, files=[pdf_file()])
    return {"pk": item.evidence.get().pk}


def set_rules(place, **roadmap):
    """Change keys of ``roadmap`` in the regulation in force."""
    version = RegulationVersion.objects.get(organization=place.organization)
    version.settings["roadmap"] = version.settings.get("roadmap", {}) | roadmap
    version.save(update_fields=["settings"])


def make_order(place, kind="O4", number=1, on=DAY, **fields):
    """An order as it stands once it is registered."""
    series, _ = OrderSeries.objects.get_or_create(organization=place.organization, year=on.year)
    values = {
        "heading": f"О деле {number}",
        "basis": "В целях работы",
        "control": "Контроль оставляю за собой.",
    } | fields
    return Order.objects.create(
        organization=place.organization,
        kind=kind,
        state=OrderState.REGISTERED,
        series=series,
        number=number,
        number_text=f"{number}-од",
        signed_on=on,
        signer=place.director.user,
        drafted_by=place.curator.user,
        drafted_at=now(),
        **values,
    )
