"""Mentors who help in other organizations of the same territory, with the agreement of both."""
