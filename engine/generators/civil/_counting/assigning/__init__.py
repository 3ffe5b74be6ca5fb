"""People or things that each go to one of some places: groups, posts, boxes, days."""
