"""The real aiohttp application, with small fakes behind it."""
