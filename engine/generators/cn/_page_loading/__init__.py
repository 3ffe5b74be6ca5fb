"""Loading pages over HTTP, counted in round trips: what `transmission_delay.py` alone needs."""
