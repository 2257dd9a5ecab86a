"""What is kept of decisions, and for how long."""
