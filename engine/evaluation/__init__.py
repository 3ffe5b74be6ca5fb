"""Measuring: how well passages are found, and how well the gates refuse. Figures carry intervals; nothing here tunes anything."""
