"""Admins themselves: a new phone, and how somebody who knows them lets them work again."""
