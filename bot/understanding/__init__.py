"""What a message means: language, danger, commands, small talk, and the entries that fit. Pure; the core sees only ``reading``."""
