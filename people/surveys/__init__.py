"""Questionnaire, campaign, answers: one engine for the banks and the monitoring."""
