"""Use cases: one event in one transaction, delivery afterwards, what advisors may do. Awaits its ports, nothing else."""
