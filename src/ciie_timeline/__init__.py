"""Event timelines and chronology."""
