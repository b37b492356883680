"""The project: settings, addresses, the web server's door."""
