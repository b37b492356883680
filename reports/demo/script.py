"""Reading the data of the demonstration: files become checked, frozen objects."""

import csv
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from programs.plans.states import EventForm

Consenting = Literal["electronic", "paper", "requested", "refused", "withdrawn"]
Fate = Literal[
    "completed",
    "terminated",
    "active",
    "submitted",
    "drafted",
    "agreed",
    "mentor_agreed",
    "mentee_agreed",
    "proposed",
    "declined",
]


class Part(BaseModel):
    """A piece of the script; an unknown key is an error rather than a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class AuthorityPart(Part):
    code: str
    kind: str
    name: str
    below: str = ""


class ObserverPart(Part):
    login: str
    authority: str
    name: str


class OrganizationPart(Part):
    """An organization; everything but the last three is a column of Organization."""

    slug: str
    kind: str
    full_name: str
    short_name: str
    name_genitive: str
    founder: str
    second_letterhead: str = ""
    second_language: str = ""
    place: str
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    inn: str = ""
    kpp: str = ""
    ogrn: str = ""
    okpo: str = ""
    time_zone: str
    authority: str = ""
    regulation_from: date
    orders_a_year: int

    def columns(self):
        """The values of Organization's own columns."""
        return self.model_dump(exclude={"authority", "regulation_from", "orders_a_year"})


class Installation(Part):
    """The administrator's name, the authorities, their observers and the organizations."""

    administrator: str
    authorities: tuple[AuthorityPart, ...]
    observers: tuple[ObserverPart, ...]
    organizations: tuple[OrganizationPart, ...]


class Worker(Part):
    """A line of a staff list. Ages and years are counted at the start of the present school year.

    ``key`` names those who have an account and a part in the story; ``years_here`` is «new» for newcomers.
    """

    key: str
    last_name: str
    first_name: str
    patronymic: str
    gender: str
    post: str
    subject: str
    is_teacher: bool
    category: str
    education: str
    age: int
    birthday: str
    experience: int
    years_here: int | Literal["new"]
    workplace: str = ""


class EntryPart(Part):
    """Somebody in a bank: since when, with which consent, how the card stands."""

    who: str
    since: Literal["last", "main", "now"] = "main"
    consent: Consenting = "electronic"
    card: Literal["fresh", "stale", "paused"] = "fresh"
    interests: str = ""
    wishes: str = ""
    time_resource: str = ""


class MentorPart(EntryPart):
    capacity: int
    strengths: tuple[tuple[str, int], ...]
    achievements: str = ""
    mentee_age: str = ""


class MenteePart(EntryPart):
    needs: tuple[tuple[str, int], ...]
    categories: tuple[str, ...]
    request: str
    strengths: str = ""


class WishPart(Part):
    """Other terms that somebody who is asked would have."""

    who: str
    kinds: tuple[str, ...]
    words: str


class OpinionPart(Part):
    """What a member of the council says of a proposed pair, and whether the council votes on it."""

    who: str
    words: str
    is_voted: bool = False


class FeelingPart(Part):
    """What somebody answers about the other side after the first meeting."""

    who: str
    feeling: int
    words: str


class HelperPart(Part):
    """A colleague the mentor asks to help with the next event."""

    who: str
    words: str


class ApplicationPart(Part):
    """An application about the pair and how far it has come; ``note`` are texts of the program by field."""

    kind: str
    who: str
    fate: Literal["filed", "visaed", "granted"]
    reason: str = ""
    wish: str = ""
    agreed_by: str = ""
    note: dict[str, str] = {}


class PairPart(Part):
    """A pair or group: when, who, how it went, how far its program is, and what goes on about it these days.

    ``rest`` is why the work rests, ``newcomer`` who is about to join the group.
    """

    when: Literal["last", "main", "next"]
    mentor: str
    mentees: tuple[str, ...]
    form: str = "teacher_teacher"
    kinds: tuple[str, ...]
    direction: Literal["forward", "reverse"] = "forward"
    focus: str
    fate: Fate
    reason: str = ""
    program: Literal["", "done", "running", "agreed", "draft"] = ""
    template: str = ""
    acquainted: tuple[str, ...] = ()
    wish: WishPart | None = None
    opinion: OpinionPart | None = None
    sympathy: FeelingPart | None = None
    helper: HelperPart | None = None
    newcomer: str = ""
    application: ApplicationPart | None = None
    rest: str = ""

    @property
    def is_late(self):
        """Whether the pair came together these weeks: its program is being written or waits for approval."""
        return self.when == "main" and self.program in ("agreed", "draft")


class LinkPart(Part):
    """Two people of whom each mentors the other."""

    mentor: str
    mentee: str
    kinds: tuple[str, ...]
    focus: str


class SupportPart(Part):
    """A mentee without a mentor: the psychologist's note on a contact, or none where the psychologist is only asked."""

    who: str
    contact: str = ""


class OpenedPart(Part):
    """A mentor who is open for the other organizations of the territory."""

    home: str
    mentor: str
    places: int
    mode: str


class GrantPart(Part):
    """A request of ``host`` for a mentor of ``home``."""

    home: str
    host: str
    mentor: str
    places: int
    reason: str
    fate: Literal["asked", "granted"]


class NetworkPart(Part):
    """What goes on between the organizations."""

    opened: tuple[OpenedPart, ...]
    grants: tuple[GrantPart, ...]


class EditionPart(Part):
    """A new edition of the regulation: what changes (dotted path → value) and why."""

    reason: str
    changes: dict[str, bool | int | str]


class FinalEventPart(Part):
    """What closed the past year: the committee with its chair first, the program as rows of time, what, who."""

    type: str
    type_words: str
    title: str
    place: str
    committee: tuple[str, ...]
    program: tuple[tuple[str, str, str], ...]


class ReleasePart(Part):
    """An event ahead somebody is released for, and who does the work meanwhile."""

    event: str
    place: str
    who: str
    substitute: str


class Story(Part):
    """What happened in one organization.

    `adoption` is the edition of the past year, without it the regulation is adopted as it stands; `edition` that of
    this year. `council`: the chair, the secretary, the members; `roadmap_by`: who approves this year's roadmap; `plan`:
    whether one for the whole bank is being thought over. `encourages`: the past year ends with an order on awards;
    `pays`: the mentors are paid by an order; `monitoring`: by what the present one is done beside the open survey;
    `issues_papers`: whether certificates and letters are issued.
    """

    roadmap: Literal["running", "submitted"]
    roadmap_by: Literal["order", "head"] = "order"
    director_post: str
    curator_order: Literal["O1", "O2"]
    council: tuple[str, ...] = ()
    council_name: str = ""
    adoption: EditionPart | None = None
    edition: EditionPart | None = None
    mentors: tuple[MentorPart, ...]
    mentees: tuple[MenteePart, ...]
    pairs: tuple[PairPart, ...]
    links: tuple[LinkPart, ...] = ()
    support: tuple[SupportPart, ...] = ()
    plan: bool = False
    final_event: FinalEventPart | None = None
    encourages: bool = False
    pays: bool = False
    monitoring: str = ""
    release: ReleasePart | None = None
    issues_papers: bool = False

    def of(self, when):
        """The pairs of one period, in the order of the script."""
        return [pair for pair in self.pairs if pair.when == when]


class PayPart(Part):
    """What the mentors of the demonstration are paid a month, by which local act and out of what."""

    amount: int
    basis: str
    source: str


class EncouragementPart(Part):
    """For what and on what ground people are encouraged."""

    merit: str
    ground: str


class PointPart(Part):
    """A point of an agenda and what became of it."""

    title: str
    heard: str = ""
    decided: str = ""


class MeetingPart(Part):
    """A meeting in words."""

    title: str
    place: str
    minutes: tuple[PointPart, ...]


class EventPart(Part):
    """An event a pair adds to its plan; ``direction`` is a code of the regulation."""

    direction: str
    task: str
    content: str
    form: EventForm
    result: str


class Wording(Part):
    """The words in which things were done."""

    remarks: tuple[str, ...]
    requests: tuple[str, ...]
    result: str
    completion: str
    overdue_event: EventPart
    next_event: EventPart
    roadmap_remark: str
    pause: str
    plan: str
    appointment: str
    adoption: EditionPart
    pay: PayPart
    encouragement: EncouragementPart
    session: MeetingPart
    round_table: MeetingPart
    minutes: str
    evidence: str
    roadmap: dict[int, str]


def _read(name):
    return tomllib.loads(_file(name).read_text(encoding="utf-8"))


def _file(name):
    return files("reports.demo") / "data" / name


@cache
def installation():
    """The authorities and organizations of the demonstration."""
    return Installation.model_validate(_read("organizations.toml"))


@cache
def story_of(slug):
    """What happened in the organization ``slug``."""
    return Story.model_validate(_read(f"stories/{slug}.toml"))


@cache
def network():
    """What goes on between the organizations."""
    return NetworkPart.model_validate(_read("network.toml"))


@cache
def staff_of(slug):
    """The staff list of the organization ``slug``."""
    with _file(f"staff/{slug}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Worker.model_validate(line) for line in csv.DictReader(lines))


@cache
def wording():
    """The words in which things were done."""
    return Wording.model_validate(_read("wording.toml"))


def evidence_file():
    """The bytes of the file that shows an event took place."""
    return _file("evidence.pdf").read_bytes()
