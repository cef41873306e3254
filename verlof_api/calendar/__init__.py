"""The days of an answer as a calendar file (RFC 5545)."""
