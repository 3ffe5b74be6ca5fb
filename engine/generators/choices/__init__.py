"""The options of a pasted question, and which of them says a computed answer."""
