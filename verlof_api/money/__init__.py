"""The money line: what comes in during a leave, per month, and from whom."""
