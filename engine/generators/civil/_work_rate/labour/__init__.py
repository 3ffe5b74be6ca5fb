"""Work read as a list of spells."""
