"""Some chosen from several sorts of people or things."""
