"""What only a running server shows: its own processes, real connections, many people at once."""
