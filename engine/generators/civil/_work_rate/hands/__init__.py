"""Work done by so many hands, all alike."""
