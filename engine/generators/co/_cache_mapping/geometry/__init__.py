"""A cache's sizes and fields."""
