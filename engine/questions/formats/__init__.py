"""Question files of other forms: tables, Word documents, text in the usual layout. All become records, and records questions."""
