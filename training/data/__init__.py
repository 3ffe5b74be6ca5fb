"""The data step: from an exam's folder and a person's own files to clean training rows, with a report of everything that was done."""
