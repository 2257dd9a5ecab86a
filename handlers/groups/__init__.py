"""Groups that are kept as declared: what admins are told of them, and what they decide."""
