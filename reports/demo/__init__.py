"""The demonstration: five organizations by their own regulations, all people invented, a running year with a past.

`data/` holds what the demonstration tells (organizations, staff lists, stories of banks and pairs), `script` reads
it, `loading` plays it through the services of the other rooms under a moving clock, so that every history carries
the days on which things would have happened.
"""
