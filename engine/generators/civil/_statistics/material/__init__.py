"""A report read as figures placed by name, period and place."""
