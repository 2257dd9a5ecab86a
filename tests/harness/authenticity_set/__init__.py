"""What goes round, as it is measured: posts, copies of them, and what is something else."""
