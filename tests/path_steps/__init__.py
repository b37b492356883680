"""The steps of the path, walked in a browser: from a staff list to a signed order, a program and the statistics."""
