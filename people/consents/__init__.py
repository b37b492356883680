"""Consent texts with versions and the register of consents."""
