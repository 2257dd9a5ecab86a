"""`is this real`: what goes round is checked; `false`: admins say what is not theirs."""
