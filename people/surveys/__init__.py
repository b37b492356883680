"""Questionnaires, campaigns and answers: one engine for the banks and for monitoring."""
