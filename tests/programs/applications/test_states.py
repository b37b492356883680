"""The table of moves: whatever way an application takes, it can be closed, and closed it stays."""

from hypothesis import given
from hypothesis import strategies as st

from programs.applications.selectors import WITHDRAWABLE
from programs.applications.states import APPLICATION_MOVES, APPLICATION_TONES, CLOSED, OPEN, ApplicationState

S = ApplicationState


@given(st.lists(st.integers(min_value=0, max_value=10), max_size=12))
def test_no_way_skips_a_step_or_leaves_the_closed_states(choices):
    state, way = S.FILED, [S.FILED]
    for choice in choices:
        further = sorted(APPLICATION_MOVES.get(state, ()))
        if not further:
            break
        state = further[choice % len(further)]
        way.append(state)
    if S.GRANTED in way or S.REFUSED in way:
        assert S.VISAED in way
    if S.EXECUTED in way:
        assert way[-2:] == [S.IN_ORDER, S.EXECUTED]
    assert not set(way[:-1]) & set(CLOSED)


def test_every_open_state_has_a_tone_and_a_way_out_and_all_but_an_order_can_be_withdrawn():
    assert set(APPLICATION_TONES) == set(S) == set(OPEN) | set(CLOSED)
    assert set(OPEN) == set(APPLICATION_MOVES)
    assert {state for state, further in APPLICATION_MOVES.items() if S.WITHDRAWN in further} == set(WITHDRAWABLE)
