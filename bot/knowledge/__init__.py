"""Entries, facts, places, offers, glossary: the reviewed content, its rules, and what may be served. Pure."""
