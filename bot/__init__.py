"""Latarnia: reviewed answers, guided paths and human advisors for migrants, in four languages."""
