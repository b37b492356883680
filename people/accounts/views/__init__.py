"""Views of the room: the entrance for everybody, the desk for those who keep the accounts."""
