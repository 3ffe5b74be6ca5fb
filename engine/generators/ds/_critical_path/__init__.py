"""Networks of activities: schedules, readers and answers."""
