"""One way gone in several manners, by anybody: what is told of each and how they compare."""
