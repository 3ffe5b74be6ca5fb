"""The cost of input and output: topics, readers and answers."""
