"""The answers as they were when the rules last changed: whoever changes only code changes none of them."""
