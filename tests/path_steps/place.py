"""The organization the path starts in: opened by its regulation, with those who keep it going."""

import datetime

from people.accounts.services import invite, join
from people.accounts.states import Role
from people.models import Invitation
from people.organizations.services import invite_keeper, open_organization
from people.staff.services import create_employment
from tests.world import PASSWORD, make_user

DAY = datetime.date(2026, 10, 15)
KINDS = {"lastochka": "kindergarten", "cdutt": "extra"}
BASIS = "приказ № 41-од от 01.09.2026"
# role → (last, first, patronymic, gender, post)
KEEPERS = {
    Role.DIRECTOR: ("Заречная", "Ирина", "Львовна", "female", "директор"),
    Role.CURATOR: ("Соколова", "Марина", "Дмитриевна", "female", "заместитель директора по УВР"),
    Role.SYSADMIN: ("Юлдашбай", "Нияз", "Ахметович", "male", "инженер"),
}
STAFF = {
    Role.COUNCIL: ("Берёзкина", "Алла", "Юрьевна", "female", "учитель истории"),
    Role.PSYCHOLOGIST: ("Мкртчян", "Ашот", "Гургенович", "male", "педагог-психолог"),
    Role.STAFF: ("Орлова", "Зоя", "Ивановна", "female", "учитель музыки"),
}
NAMES = ("last_name", "first_name", "patronymic", "gender", "post")


def open_place(preset):
    """An organization that runs by ``preset`` since the last school year; everybody's password is PASSWORD."""
    admin = make_user(f"admin@{preset}.example", is_installation_admin=True, display_name="Администратор")
    organization = open_organization(
        by=admin,
        preset=preset,
        valid_from=datetime.date(2025, 9, 1),
        slug=preset,
        kind=KINDS.get(preset, "school"),
        full_name=f"Организация «{preset}»",
        short_name=f"Организация {preset}",
        place="г. Волгоград",
    )
    for role, card in KEEPERS.items():
        values = dict(zip(NAMES, card, strict=True))
        code = invite_keeper(organization, by=admin, role=role, login=login_of(role, preset), basis=BASIS, **values)
        join(code.code, password=PASSWORD)
    curator = Invitation.objects.get(organization=organization, role=Role.CURATOR).employment.person.user
    for role, card in STAFF.items():
        values = dict(zip(NAMES, card, strict=True))
        employment = create_employment(organization, by=curator, starts_on=datetime.date(2019, 9, 1), **values)
        given = "" if role == Role.STAFF else role
        join(invite(employment, by=curator, login=login_of(role, preset), role=given).code, password=PASSWORD)
    return organization


def login_of(role, preset):
    return f"{role}@{preset}.example"
