"""One folder per platform: parse what arrives, render what goes out, send it, verify who called. A vendor's types stay inside."""
