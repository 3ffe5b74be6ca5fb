"""A way travelled in pieces, at several speeds."""
