"""What is kept of people: every table, and what a privacy notice says of it."""
