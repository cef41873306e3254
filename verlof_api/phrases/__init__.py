"""What the program itself says, per language: the sentences around the law, in words/. What the law says is in rules/.

words/<file>.yaml is the shape: every sentence, and the values that the program fills in. words/<taal>/<file>.yaml has
the words, and words/<taal>/taal.yaml what is particular to the language. Read once, when something is first said.
"""

from verlof_api.phrases.spoken import WORDS, Phrases, Words, all_phrases, load_phrases, phrases_in, take

__all__ = ["WORDS", "Phrases", "Words", "all_phrases", "load_phrases", "phrases_in", "take"]
