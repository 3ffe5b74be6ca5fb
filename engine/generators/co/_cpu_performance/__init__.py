"""CPI, MIPS and speed-up: topics, readers and answers."""
