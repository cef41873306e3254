"""The rules read aloud: one version of a leave written out, and the versions of a leave side by side."""
