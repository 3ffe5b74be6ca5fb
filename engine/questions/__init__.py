"""Questions: what one is, the bank of an exam, checking, importing and grading."""
