"""What a jurist has at hand to write law: begin a leave, change a version, look up a word, check again and again."""
