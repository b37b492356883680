"""Duties given by an order: the curator, the coordinator, the council."""
