"""What other regulations change in the papers of pairs and programs."""

import datetime

import pytest

from people.organizations.regulations.papers import Payment
from programs.models import Program
from programs.plans.selectors import for_card
from reports.documents.assignment import compose_assignment, payment_words
from reports.documents.program import program_paper
from tests.amending import amend
from tests.programs.mentorships.test_approvals import ROLES
from tests.programs.orders.factories import agreed_pair
from tests.programs.plans.factories import make_event

DAY = datetime.date(2026, 11, 20)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        ("sum", "3000", "доплату за наставничество в размере 3 000 рублей в месяц"),
        ("sum", "12500.50", "доплату за наставничество в размере 12 500,5 рубля в месяц"),
        ("sum", "1", "доплату за наставничество в размере 1 рубля в месяц"),
        ("percent", "15", "доплату за наставничество в размере 15 процентов должностного оклада"),
        ("percent", "21", "доплату за наставничество в размере 21 процента должностного оклада"),
        ("percent", "11", "доплату за наставничество в размере 11 процентов должностного оклада"),
        ("percent", "7.5", "доплату за наставничество в размере 7,5 процента должностного оклада"),
        ("coefficient", "0.5", "за наставничество коэффициент 0,5 к должностному окладу"),
    ],
)
def test_a_payment_is_written_out_in_the_right_number(kind, amount, words):
    assert plain(payment_words(Payment(kind=kind, amount=amount, per_mentee=False))) == words


def test_the_order_names_roles_payment_words_of_the_organization_and_working_days(home):
    word = {
        "nominative": "стажёр",
        "genitive": "стажёра",
        "plural_nominative": "стажёры",
        "plural_genitive": "стажёров",
    }
    changes = {
        "terms.mentor_roles": ROLES,
        "terms.mentee": word,
        "payment": {"kind": "coefficient", "amount": "0.5", "per_mentee": True},
        "program.plan_within": 10,
    }
    amend(home.organization, changes)
    pair = agreed_pair(home, mentor_role="tutor", starts_on=DAY)
    points = [plain(point["text"]) for point in compose_assignment(home.organization, [pair], day=DAY).points]
    assert "Белых Анной Олеговной наставника-тьютора – учителя истории" in points[0]
    assert "с участием стажёра" in points[1] and points[1].endswith("в срок до 4 декабря 2026 г.")
    assert points[3] == (
        "Установить за наставничество коэффициент 0,5 к должностному окладу за каждого стажёра "
        "на период наставничества."
    )


FURTHER = {
    "code": "students",
    "kind": "program",
    "about": "наставничества «педагог – студент»",
    "forms": ["head_teacher"],
    "order_number": "17 – ОД",
    "order_on": "2026-09-01",
}


def test_the_basis_cites_the_document_of_each_form(home):
    items = home.organization.regulations.get().settings["forms"]["items"]
    FURTHER["forms"] = [items[1]["code"]]
    amend(home.organization, {"further_documents": [FURTHER]})
    usual, own = agreed_pair(home), agreed_pair(home, form=items[1]["code"])

    def basis(*pairs):
        return plain(compose_assignment(home.organization, pairs, day=DAY).basis)

    cited = "Программы наставничества «педагог – студент», утверждённой приказом от 1 сентября 2026 г. № 17 – ОД, и"
    assert f"на основании {cited} письменных" in basis(own)
    assert "Положения" not in basis(own)
    both = basis(usual, own)
    assert f"утверждённого приказом от 6 мая 2022 г. № 147, {cited} письменных" in both
    assert "на основании Положения о наставничестве" in both


def test_the_program_prints_the_columns_and_clauses_of_its_regulation(home):
    make_event(home.program, risks="Болезнь", prevention="Запасной день", criteria="Урок дан")

    def paper():
        return program_paper(for_card(Program.objects.filter(pk=home.program.pk)).get(), day=DAY)

    usual = [column.title for column in paper().event_table.columns]
    assert not {"Риски", "Критерии успешности"} & set(usual)
    amend(
        home.organization,
        {"program.plan_columns": ["risks", "criteria"], "release_clause": True, "no_harm_clause": False},
    )
    # The program was approved before; its paper follows the only version there is.
    made = paper()
    assert [title for title in (column.title for column in made.event_table.columns) if title not in usual] == [
        "Риски",
        "Критерии успешности",
    ]
    assert {"Болезнь", "Урок дан"} <= set(made.event_table.groups[0].rows[0])
    assert [sentence.split()[0] for sentence in made.clauses] == ["Освобождение"]
