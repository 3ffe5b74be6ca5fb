"""Disks: routes of the head, times, readers and answers."""
