"""``latarnia bench``: speed and memory, as figures and as ratios to a baseline of the same run."""
