"""Meaning of the settings: the document itself and the words in use."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Group, Setting

DOCUMENT = Group(
    "document",
    _("The document and general provisions"),
    (
        Setting(
            "name",
            _("Whose regulation it is"),
            help=_("The short name by which it is told from others."),
            affects=(
                _("the list of versions"),
                _("the comparison with other regulations"),
            ),
        ),
        Setting(
            "regulation.kind",
            _("What the document is"),
            help=_("A regulation, a program or a procedure."),
            affects=(
                _("the title page"),
                _("every order that cites the document"),
            ),
        ),
        Setting(
            "regulation.about",
            _("Title after the first word"),
            help=_("Begin with «о …»: papers put the first word in the right case."),
            affects=(
                _("the title page"),
                _("every order that cites the document"),
            ),
        ),
        Setting(
            "regulation.edition",
            _("Mark of the edition"),
            help=_("For example «новая редакция»; empty for the first one."),
            affects=(_("the title page"),),
        ),
        Setting(
            "regulation.school_year",
            _("School year of a document for one year"),
            help=_("The year it begins in; empty for a document without an end."),
            affects=(_("the title page"),),
        ),
        Setting(
            "regulation.order_number",
            pgettext_lazy("regulation", "Number of the order that approved it"),
            help=_("Empty while the order is not signed."),
            affects=(
                _("the title page"),
                _("every order that cites the document"),
            ),
        ),
        Setting(
            "regulation.order_on",
            _("Date of that order"),
            affects=(
                _("the title page"),
                _("every order that cites the document"),
            ),
        ),
        Setting(
            "regulation.amended_number",
            pgettext_lazy("regulation", "Number of the order that amended it last"),
            help=_("Empty while the first edition is in force."),
            affects=(
                _("the title page"),
                _("every order that cites the document"),
            ),
        ),
        Setting(
            "regulation.amended_on",
            pgettext_lazy("regulation", "Date of the order that amended it last"),
            affects=(
                _("the title page"),
                _("every order that cites the document"),
            ),
        ),
        Setting(
            "regulation.in_force_on",
            _("In force from"),
            help=_("The day written in the order."),
            affects=(_("the title page"),),
        ),
        Setting(
            "regulation.stamps",
            _("Stamps of approval on the first page"),
            help=_("Who adopted, coordinated and approved the document, one to four of them."),
            affects=(_("the title page"),),
        ),
        Setting(
            "regulation.order_heading",
            _("Heading of the order that approves it"),
            help=_("It answers the question «о чём»."),
            affects=(_("the order on the regulation"),),
        ),
        Setting(
            "regulation.indefinite",
            _("The document has no end"),
            help=_("No: it runs until it is replaced on a named day."),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "regulation.amendments_need_order",
            _("A change takes effect by an order"),
            help=_("No: the head approves a change in the system."),
            affects=(_("how a new edition comes into force"),),
        ),
        Setting(
            "further_documents",
            _("Documents of their own for some forms"),
            help=_("A form may run by a regulation of its own."),
            affects=(_("every order that cites the document"),),
        ),
        Setting(
            "principles",
            _("Principles of mentoring"),
            help=_("As the regulation names them."),
            affects=(_("the page of the regulation"),),
        ),
        Setting(
            "release_clause",
            _("Release from duties to attend events"),
            help=_("The head may release a participant for an event in exceptional cases."),
            affects=(_("orders on release from work"),),
        ),
        Setting(
            "no_harm_clause",
            _("No harm to the educational process"),
            help=_("Participants may leave their duties only so that lessons do not suffer."),
            affects=(_("orders on release from work"),),
        ),
        Setting(
            "school_year_start",
            _("First day of the school year"),
            affects=(
                _("dates of the roadmap"),
                _("figures of the school year"),
            ),
        ),
    ),
)

WORDS = Group(
    "words",
    _("Words in use"),
    (
        Setting(
            "terms.teacher",
            _("Teacher"),
            help=_("For example учитель or воспитатель."),
            affects=(_("orders and programs"),),
        ),
        Setting("terms.mentor", _("Mentor"), affects=(_("orders and programs"),)),
        Setting(
            "terms.mentee", _("Mentee"), help=_("For example подшефный or стажёр."), affects=(_("orders and programs"),)
        ),
        Setting(
            "terms.head", _("Head"), help=_("For example директор or заведующий."), affects=(_("orders and programs"),)
        ),
        Setting(
            "terms.difficulty", _("Difficulty"), help=_("For example дефицит."), affects=(_("pages and programs"),)
        ),
        Setting(
            "terms.organization",
            _("Organization"),
            help=_("For example школа, лицей, детский сад."),
            affects=(_("orders and programs"),),
        ),
        Setting(
            "terms.subject",
            _("Subject"),
            help=_("For example предмет, группа, объединение."),
            affects=(_("programs, banks and consents"),),
        ),
        Setting(
            "terms.mentor_roles",
            _("Further names of mentors"),
            help=_("For example наставник-тьютор, chosen pair by pair."),
            affects=(
                _("the proposal of a pair"),
                _("the order on pairs"),
            ),
        ),
    ),
)
