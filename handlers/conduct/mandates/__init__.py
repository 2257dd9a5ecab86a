"""Who moderates: offered, named by two admins, renewed, ended."""
