"""Search trees, balanced and red-black: simulators, readers and answers."""
