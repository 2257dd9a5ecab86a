"""What moderators deal with, sealed, and complaints that open it."""
