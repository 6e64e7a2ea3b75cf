"""Where: the role of each place, and places that only earlier sentences name."""
