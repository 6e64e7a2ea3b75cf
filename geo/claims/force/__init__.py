"""Which forces and goods a sentence names: their nouns, ranks, pronouns and ships."""
