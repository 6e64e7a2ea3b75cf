"""How many: what a number counts, what a force carries, and whether it is a part."""
