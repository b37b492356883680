"""What the cancellation of an order did: sentences for people."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Undone:
    """Sentences for people: what is taken back, and what stays with what to do about it."""

    done: tuple = ()
    kept: tuple = ()

    def __add__(self, other):
        return Undone((*self.done, *other.done), (*self.kept, *other.kept))
