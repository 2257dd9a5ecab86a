"""A web address of the branch's own that is told, signed, of everything that is published."""
