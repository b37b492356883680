"""Order O9, on monitoring and a survey: the period, the stages of the regulation, by what, who answers, the note."""

import re

from mentoring.lib.grammar import Case, decline_thing
from people.surveys.states import Audience
from programs.orders.states import OrderKind
from reports.documents.lines.writer import BY_ANNEX, Writer
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import indicator_label, listed
from reports.documents.writing import TO_READ, point, subpoints, tagged

STAGES = {
    1: "качества процесса реализации персонализированных программ наставничества",
    2: "влияния персонализированных программ наставничества на их участников",
}
ORDINALS = {1: "первый", 2: "второй"}
STAGE_HEADINGS = {1: "Показатели процесса", 2: "Показатели влияния на участников"}


class MonitoringWriter(Writer):
    """The points of O9."""

    kind = OrderKind.MONITORING

    @property
    def heading(self):
        return f"О проведении мониторинга наставничества{' и анкетирования' if self.campaigns else ''}"

    @property
    def stages(self):
        """The stages the order is about; none where the regulation knows no stages."""
        return self.particulars.stages if self.settings.monitoring.two_stage else ()

    def points(self):
        about = self.particulars
        tasks = (
            "обработать ответы, полученные без указания имён, только в обобщённом виде" if self._anonymous else "",
            f"представить справку об итогах мониторинга в срок до {self.day(about.report_on)}",
            # Whoever answers reads it without being told to tell.
            TO_READ if self.lines else "",
        )
        points = tagged("проведение", self._monitoring()) + tagged("анкетирование", self._surveys())
        points += tagged("использование", self._instrument())
        return points + tagged("ответственный", self.responsible_points("проведение мониторинга", tasks))

    def words(self):
        about = self.particulars
        return {
            "период": self.period(about.starts_on, about.ends_on),
            "справка_до": self.day(about.report_on),
            "анкеты": listed([f"«{campaign.title}»" for campaign in self.campaigns]),
            "инструменты": about.instrument,
        }

    def _monitoring(self):
        about = self.particulars
        period = self.period(about.starts_on, about.ends_on)
        measured = f" по показателям {BY_ANNEX}" if indicators(self.settings, self.stages) else ""
        if len(self.stages) > 1:
            first = point(f"Провести {period} двухэтапный мониторинг наставничества{measured}:")
            stages = [f"{ORDINALS[stage]} этап – оценка {STAGES[stage]}" for stage in self.stages]
            return [first, *subpoints(stages)]
        if self.stages:
            (stage,) = self.stages
            what = f"{ORDINALS[stage]} этап мониторинга наставничества – оценку {STAGES[stage]}"
            return [point(f"Провести {period} {what}{measured}")]
        return [point(f"Провести {period} мониторинг реализации персонализированных программ наставничества{measured}")]

    def _surveys(self):
        if not self.campaigns:
            return []
        if len(self.campaigns) == 1:
            (campaign,) = self.campaigns
            period, title = self.period(campaign.opens_on, campaign.closes_on), campaign.title
            return [point(f"Провести {period} анкетирование «{title}» ({self._asked(campaign)}, {_names(campaign)})")]
        return [point("Провести анкетирование:"), *subpoints([self._survey(each) for each in self.campaigns])]

    def _instrument(self):
        instrument = self.particulars.instrument
        if not instrument:
            return []
        # Several things stand as a list after the colon, a single one is the object of the sentence.
        several = re.search(r"[,;:]| и ", instrument)
        what = f": {instrument}" if several else f" {decline_thing(instrument, Case.ACCUSATIVE)}"
        return [point(f"Использовать при проведении мониторинга{what}")]

    def _survey(self, campaign):
        period = self.period(campaign.opens_on, campaign.closes_on)
        return f"анкета «{campaign.title}» – {self._asked(campaign)}, {period}, {_names(campaign)}"

    def _asked(self, campaign):
        terms = self.settings.terms
        return {
            Audience.TEACHERS: "все педагогические работники",
            Audience.POSSIBLE_MENTORS: f"возможные {terms.mentor.plural_nominative}",
            Audience.MENTORS: terms.mentor.plural_nominative,
            Audience.MENTEES: terms.mentee.plural_nominative,
            Audience.CURATORS: "кураторы",
            Audience.CHOSEN: "работники по списку анкетирования",
        }[Audience(campaign.audience)]

    @property
    def _anonymous(self):
        return any(campaign.is_anonymous for campaign in self.campaigns)


def _names(campaign):
    return "без указания имён" if campaign.is_anonymous else "с указанием имён"


def indicators(settings, stages):
    """The indicators of the regulation by stage: [(stage, rows)]; without stages all of them as one group."""
    rules = settings.monitoring
    if not stages:
        return [(0, rules.indicators)] if rules.indicators else []
    found = [(stage, [one for one in rules.indicators if one.stage == stage]) for stage in stages]
    return [(stage, rows) for stage, rows in found if rows]


def monitoring_annexes(write):
    """The indicators of the regulation; of pupils only totals are ever entered."""
    groups = indicators(write.settings, write.stages)
    if not groups:
        return ()
    columns = (Column("№", 6, "short"), Column("Показатель", 94))
    number, printed = 0, []
    for stage, rows in groups:
        lines = []
        for one in rows:
            number += 1
            label = indicator_label(one, write.settings.terms)
            lines.append((str(number), f"{label}{' (только общие итоги)' if one.aggregate_only else ''}"))
        printed.append(RowGroup(tuple(lines), STAGE_HEADINGS.get(stage, "")))
    return (Annex("Показатели мониторинга", Table(columns, tuple(printed))),)
