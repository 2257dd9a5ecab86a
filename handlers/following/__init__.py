"""Following the feeds of other branches: what admins say, and what they are told."""
