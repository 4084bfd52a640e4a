"""The command line: thin modules, one for each command, over ``bootstrap``."""
