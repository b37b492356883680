"""Mentees without a mentor: who they are, what was tried, the support they get while the search goes on."""
