"""Who may open the addresses of the room. The mentor and the council member are invited, the others are not."""

from programs.models import PairComment, PairVote
from tests.access_row import INSIDERS, Row
from tests.programs.council.factories import held, planned
from tests.programs.mentorships.access import proposed
from tests.world import DAY, MOMENT

READERS = "director curator council psychologist mentor"


def _comment(world):
    pair, by = proposed(world)["pk"], world.home.council.user
    return {"pk": PairComment.objects.create(mentorship_id=pair, by=by, text="Подходят", at=MOMENT).pk}


def _vote(world):
    pair = proposed(world)["pk"]
    return {"pk": PairVote.objects.create(mentorship_id=pair, terms=1, opened_on=DAY, until=DAY).pk}


ROWS = {
    "programs:meeting_list": Row(INSIDERS, None),
    "programs:meeting_create": Row("curator council"),
    "programs:meeting_card": Row(READERS, None, planned),
    "programs:meeting_edit": Row("curator council", things=planned),
    "programs:meeting_hold": Row("curator council", things=planned),
    "programs:meeting_unmark": Row(None, "curator", held),
    "programs:meeting_cancel": Row("curator council", things=planned),
    "programs:meeting_file": Row(READERS, None, held),
    "programs:pair_discussion": Row("director curator council", None, proposed),
    "programs:pair_comment": Row("council", things=proposed),
    "programs:pair_comment_edit": Row("council", things=_comment),
    "programs:pair_comment_withdraw": Row(None, "council", _comment),
    "programs:pair_vote_open": Row("curator", things=proposed),
    "programs:pair_ballot": Row(None, "council", _vote),
    "programs:pair_vote_close": Row(None, "curator", _vote),
    "programs:pair_decide": Row("council", things=proposed),
}
