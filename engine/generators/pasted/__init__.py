"""What people paste, made plain before any kind reads it: one spelling of every mark, without print and talk."""
