"""Pages that show and administer, beside the web chat (which is an adapter). They share its look and its token."""
