"""Views of the room: cards of the staff, and lists that are uploaded."""
