"""Pages, segments and their addresses: readers and answers."""
