"""Papers that are issued: certificates, thanks, records for attestation, letters with data, acts of destruction.

Each has a number in a register of its own kind, is signed by the head, frozen, and never changes afterwards.
"""
