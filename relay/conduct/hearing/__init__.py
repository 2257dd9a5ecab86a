"""What is noticed in moderated groups: by what messages are found again, people, floods."""
