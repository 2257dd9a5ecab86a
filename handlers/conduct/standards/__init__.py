"""What a branch expects, and how its people change that."""
