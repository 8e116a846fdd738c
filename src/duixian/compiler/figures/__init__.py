"""What the passes on figures share: numerals, the words around a number, word lists as patterns, arithmetic."""
