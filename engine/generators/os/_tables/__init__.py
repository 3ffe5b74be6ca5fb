"""Tables as problems print them."""
