"""Work read with open words: crews of any name and number, spells of time, and what is done in them."""
