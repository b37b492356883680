"""Fifteen files as five organizations keep their staff: three of each, made in code, with whom they hold.

A shape gives ``(upload, {last name: values read})``.
"""

from tests.people.staff.shapes import centre, kindergarten, lyceum, town, village

SHAPES = {
    "school-3": (town.program, town.deputy, town.tariff),
    "lastochka": (kindergarten.program, kindergarten.headless, kindergarten.tariff),
    "cdutt": (centre.program, centre.several_rows, centre.tariff),
    "malinovskaya": (village.program, village.posts_unnamed, village.tariff),
    "lyceum-136": (lyceum.program, lyceum.headless, lyceum.tariff),
}
