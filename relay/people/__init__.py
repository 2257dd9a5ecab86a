"""Who may do what, and how much of what one person writes is answered."""
