"""The small typed language of rules: parsed once, compiled once, unknown in gives unknown out."""
