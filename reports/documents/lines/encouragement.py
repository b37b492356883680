"""Order O12, on encouragement: who is thanked, who is awarded what, for what and on what ground (Labor Code 191)."""

from dataclasses import dataclass

from mentoring.lib.grammar import Case
from programs.orders.states import OrderKind
from reports.documents.lines.writer import BY_ANNEX, Writer, card_of
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import listed, person_in, small
from reports.documents.writing import point, subpoints, tagged


@dataclass(frozen=True)
class Award:
    """A kind of encouragement: as a list calls it, and the beginning of its sentence with the case it asks for."""

    code: str
    label: str
    phrase: str
    case: Case


USUAL = (
    Award("thanks", "Благодарность", "Объявить благодарность", Case.DATIVE),
    Award("thank_letter", "Благодарственное письмо", "Наградить благодарственным письмом", Case.ACCUSATIVE),
    Award("diploma", "Почётная грамота", "Наградить почётной грамотой", Case.ACCUSATIVE),
    Award("certificate", "Сертификат", "Вручить сертификат", Case.DATIVE),
    Award("gift", "Ценный подарок", "Наградить ценным подарком", Case.ACCUSATIVE),
)
# The regulation's own ways may be called as the usual ones are.
OWN = "regulation:"


def awards_of(settings):
    """The kinds of encouragement to choose from: the usual ones, then those of the regulation that are no pay."""
    own = (item for item in settings.incentives.items if not item.material)
    return (*USUAL, *(_own(f"{OWN}{item.code}", item.label) for item in own))


def _own(code, label):
    return Award(code, label, f"Применить меру поощрения «{label}» в отношении", Case.GENITIVE)


def award_of(line):
    """The kind of encouragement of a line, in the words it was chosen by."""
    usual = next((award for award in USUAL if award.code == line.code), None)
    return usual or _own(line.code, line.words)


class EncouragementWriter(Writer):
    """The points of O12."""

    kind = OrderKind.ENCOURAGEMENT
    heading = "О поощрении"

    def basis(self):
        return super().basis(self.particulars.ground)

    @property
    def groups(self):
        """The lines by kind of encouragement, in the order in which they come: [(Award, lines)]."""
        found = {}
        for line in self.lines:
            found.setdefault(line.code, []).append(line)
        return [(award_of(lines[0]), lines) for lines in found.values()]

    def points(self):
        if self.in_annex:
            points = [point(f"Поощрить работников {self.merit} {BY_ANNEX}")]
        else:
            points = [one for award, lines in self.groups for one in self._group(award, lines)]
        return tagged("поощрение", points) + tagged("куратор", self.for_curator("обеспечить вручение наград"))

    def words(self):
        return {
            "за_что": self.merit,
            "по_итогам": self.particulars.ground,
            "награды": listed([small(award.label) for award, _lines in self.groups]),
            "работники_вин": self.people(Case.ACCUSATIVE),
            "работники_дат": self.people(Case.DATIVE),
        }

    @property
    def merit(self):
        return self.particulars.merit

    def _group(self, award, lines):
        """One person in a sentence, several as a list; whoever has an own merit is told it."""
        if len(lines) == 1:
            (line,) = lines
            whom = person_in(line.employment, award.case)
            return [point(f"{award.phrase} {whom} {line.note or self.merit}")]
        people = [" – ".join(filter(None, (person_in(one.employment, award.case), one.note))) for one in lines]
        return [point(f"{award.phrase} {self.merit}:"), *subpoints(people)]


def encouragement_annexes(write):
    """The list of a longer order, by kind of encouragement."""
    if not write.in_annex:
        return ()
    columns = (Column("№", 6, "short"), Column("Фамилия, имя, отчество, должность", 54, "name"), Column("За что", 40))
    number, groups = 0, []
    for award, lines in write.groups:
        rows = []
        for line in lines:
            number += 1
            rows.append((str(number), card_of(line.employment), line.note or write.merit))
        groups.append(RowGroup(tuple(rows), award.label))
    return (Annex("Список поощряемых работников", Table(columns, tuple(groups))),)
