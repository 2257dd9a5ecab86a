"""Conduct in a branch's groups: who looks after it, by what standards, and what they decide."""
