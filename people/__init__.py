"""Who: organizations, accounts, staff, banks, consents, surveys, privacy, notices."""
