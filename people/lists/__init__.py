"""Which columns of a list a reader keeps, and the views they save."""
