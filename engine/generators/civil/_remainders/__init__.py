"""Numbers told by their remainders."""
