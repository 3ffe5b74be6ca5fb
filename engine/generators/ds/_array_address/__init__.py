"""Where elements of arrays and special matrices are stored."""
