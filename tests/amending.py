"""Other rules for an organization of the world, written straight into the regulation in force."""

from people.organizations.regulations import RegulationSettings


def amend(organization, changes):
    """Write ``changes``, {key path: JSON value}, into the only regulation of ``organization``; returns its settings."""
    version = organization.regulations.get()
    for path, value in changes.items():
        *sections, key = path.split(".")
        place = version.settings
        for name in sections:
            place = place[name]
        place[key] = value
    settings = RegulationSettings.model_validate(version.settings)
    version.settings = settings.model_dump(mode="json")
    version.save(update_fields=["settings"])
    return settings
