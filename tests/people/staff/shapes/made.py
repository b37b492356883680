"""How the files of the shapes, and what is read of them, are put together."""

from openpyxl import Workbook

from tests.people.staff.lists import book


def person(last, first, patronymic, gender, post, **values):
    """The values of one person whose gender the name tells."""
    names = {"last_name": last, "first_name": first, "patronymic": patronymic, "gender": gender, "post": post}
    return {key: value for key, value in names.items() if value} | {"guessed": True} | values


def everybody(*people):
    """{last name: values} of the people of a file."""
    return {each["last_name"]: each for each in people}


def sheet(rows, merged=()):
    """A workbook with merged cells."""
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    for area in merged:
        workbook.active.merge_cells(area)
    return book(workbook)
