"""The list that migrations enter themselves into."""

from sqlite_utils import Migrations

MIGRATIONS = Migrations("branch-relay")
