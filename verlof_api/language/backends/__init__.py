"""What becomes of a typed tree: one room for each language that it can be written in."""
