"""Taking part unseen: a branch's announcements by direct message."""
