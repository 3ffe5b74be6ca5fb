"""What only the kind of code division needs."""
