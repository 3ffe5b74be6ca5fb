"""Times of access: model, readers and answers."""
