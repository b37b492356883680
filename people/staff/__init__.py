"""Staff card, employment history, import of staff lists."""
