"""Who looked, extract, withdrawal, erasure."""
