"""In-app notices, mail outbox, digests."""
