"""Short texts of statistics, every word of which must be understood: things of any name in periods, and relations between their amounts."""
