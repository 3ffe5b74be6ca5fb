"""Readers of open vocabulary: names and ordinary words are free, figures, closed words and questions must each have been given their meaning."""
