"""Best practices, library, news, the public page."""
