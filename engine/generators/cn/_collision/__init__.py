"""CSMA/CD: simulator, readers and answers."""
