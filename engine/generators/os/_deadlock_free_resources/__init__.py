"""Resources that suffice without deadlock: readers and answers."""
