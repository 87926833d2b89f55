"""What differs between two versions of the definitions, which edits that amounts to, and what they did."""
