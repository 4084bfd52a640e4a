"""Words that every room uses. Imports nothing from the other rooms and no third party."""
