"""Programs that compute and use devices in turn."""
