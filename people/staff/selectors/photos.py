"""When a photo may be seen."""

# Codes of the register of consents, which stands above this room and is reached through the person.
PURPOSE, ITEM = "disclosure", "photo"


def may_show_photo(employment, day):
    """Whether the person of ``employment`` allows the organization to show the photo on ``day`` (152-FZ art. 10.1).

    Asked each time the photo is shown, so that a withdrawn consent hides it at once; it must name the photo.
    """
    given = employment.person.consents.in_force(day).filter(organization=employment.organization_id, purpose=PURPOSE)
    return given.filter(given_on__lte=day, disclosures__field=ITEM).exists()
