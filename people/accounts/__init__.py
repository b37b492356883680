"""User, membership, roles, invitations, sign-in, the access door."""
