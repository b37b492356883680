"""The demonstration: five organizations, invented people, one running year."""
