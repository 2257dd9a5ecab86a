"""What two admins have to agree to about moderators and standards."""
