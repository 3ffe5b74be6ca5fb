"""Binary trees, their traversals and counts: simulator, readers and answers."""
