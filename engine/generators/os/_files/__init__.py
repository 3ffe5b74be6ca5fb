"""Files and the space of disks: index nodes, chains, bit maps."""
