"""Whatever is mixed, as vessels with an amount and what is in it, and events in their order; what things are called is free."""
