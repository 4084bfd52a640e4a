"""The pure core: a state and an event in, a new state and effects out. No clock, no chance, no network, no third party."""
