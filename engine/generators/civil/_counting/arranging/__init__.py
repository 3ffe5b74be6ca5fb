"""Things of sorts, places, and conditions on who is where: one reader whose words are open, and one way of counting."""
