"""An application to the head: to whom and from whom in the corner, the request, who agreed, the resolution."""

from dataclasses import dataclass
from datetime import date

from reports.documents.papers.parts import GostEdition, Letterhead, Signatory, date_text


@dataclass(frozen=True)
class ApplicationPaper:
    """The letterhead only names the author; `corner` are the lines to and from, `notes` what was written since."""

    letterhead: Letterhead
    corner: tuple[str, ...]
    kind: str
    subject: str
    paragraphs: tuple[str, ...]
    signature: Signatory
    notes: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

    @property
    def title(self) -> str:
        return f"{self.kind} {self.subject}".capitalize()

    @property
    def date_text(self) -> str:
        return date_text(self.dated_on)
