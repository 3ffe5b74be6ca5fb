"""IPv4 addresses, blocks and routes as problems write them."""
