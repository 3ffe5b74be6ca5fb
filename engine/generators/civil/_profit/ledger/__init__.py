"""Trade read with open words: what is bought for how much, in which lots it is sold at which price, and what comes of it."""
