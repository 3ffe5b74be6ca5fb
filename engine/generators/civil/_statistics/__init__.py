"""Reports and what is asked of them: growth, shares, means."""
