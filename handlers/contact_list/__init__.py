"""The contact list: who asks to be on it, with what they give; and what admins see of it."""
