"""Problems told as quantities: what is told, what is asked, the laws between them, and how each is read and shown."""
