"""Fixed-point numbers: products and quotients."""
