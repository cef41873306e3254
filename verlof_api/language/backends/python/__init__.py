"""Typed trees as Python: one module for all rules of a folder, that can be read, and is compiled once."""
