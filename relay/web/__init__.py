"""The relay's web server: what Signal's side calls, and what the host looks at."""
