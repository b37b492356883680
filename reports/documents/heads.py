"""What stands at the head and under the text of every paper of an organization."""

from zoneinfo import ZoneInfo

from mentoring.lib.grammar import Case, decline_post
from mentoring.lib.uploads import content_type_of
from people.organizations.selectors import head_on
from reports.documents.papers import HeadBlock, Letterhead, Signatory
from reports.documents.wording import capitalized, name_in, post_in


def letterhead_of(organization):
    """The head of a letter from the card of the organization; the second language stands left in a republic."""
    main = HeadBlock(
        full_name=organization.full_name,
        short_name=organization.short_name,
        above=_lines(organization.founder),
        contacts=_contacts(organization),
    )
    logo, logo_type = _logo(organization)
    return Letterhead(
        main=main, second=_second(organization), codes=_codes(organization), logo=logo, logo_type=logo_type
    )


def signatory_of(head, mark=()):
    """The head in force on a day as they sign; an acting head with the basis, no head as an empty line."""
    if head is None:
        return Signatory(post="", name="")
    person = head.employment.person
    return Signatory(post=head.post, name=person.signed_name, basis=head.acting_basis, mark=tuple(mark))


def signature_mark(organization, signer, signed_at):
    """The mark of the simple electronic signature (63-FZ art. 5, 9): who and when by the organization's clock."""
    local = signed_at.astimezone(ZoneInfo(organization.time_zone))
    return ("Подписано простой электронной подписью", str(signer), f"{local:%d.%m.%Y %H:%M}")


def addressee_of(organization, day):
    """«Директору школы-3» and «Заречной Ирине Львовне», in the dative: the lines of the corner of a statement."""
    head = head_on(organization, day)
    owner = organization.owner
    if head is None:
        return (f"Руководителю {owner}",)
    post = decline_post(head.post, Case.DATIVE, head.employment.person.gender)
    return (capitalized(f"{post} {owner}"), name_in(head.employment, Case.DATIVE))


def sender_of(employment):
    """«от учителя математики» and «Ковальчук Марии Петровны»: whose statement it is."""
    return (f"от {post_in(employment, Case.GENITIVE)}", name_in(employment, Case.GENITIVE))


def signed_by(employment, mark=()):
    """The one who signs, as «Учитель» and «М. П. Ковальчук»."""
    return Signatory(capitalized(employment.post), employment.person.signed_name, mark=tuple(mark))


def _second(organization):
    lines = _lines(organization.second_letterhead)
    if not lines:
        return None
    return HeadBlock(full_name=lines[-1], above=lines[:-1], lang=organization.second_language or "ru")


def _logo(organization):
    """The picture with its content type; a file that is gone leaves the letterhead without one."""
    if not organization.logo:
        return b"", ""
    try:
        with organization.logo.open("rb") as file:
            return file.read(), content_type_of(organization.logo.name)
    except FileNotFoundError:
        return b"", ""


def _contacts(organization):
    site = organization.website.removeprefix("https://").removeprefix("http://").rstrip("/")
    ways = (organization.phone, organization.email, site)
    return tuple(filter(None, (organization.address, ", ".join(filter(None, ways)))))


def _codes(organization):
    named = (
        ("ОКПО", organization.okpo),
        ("ОГРН", organization.ogrn),
        ("ИНН/КПП" if organization.kpp else "ИНН", "/".join(filter(None, (organization.inn, organization.kpp)))),
    )
    return tuple(f"{name} {value}" for name, value in named if value)


def _lines(text):
    return tuple(line.strip() for line in text.splitlines() if line.strip())
