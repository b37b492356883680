"""The order as a legal fact: kinds, register, numbers, states, acquaintance."""
