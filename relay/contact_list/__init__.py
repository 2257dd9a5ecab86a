"""The contact list of a branch: only who asked to be on it, with what they gave."""
