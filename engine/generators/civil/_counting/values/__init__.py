"""Numbers that come by chance or are laid of digits: dice, cards, drawn numbers, and what holds for them."""
