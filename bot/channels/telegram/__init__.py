"""Telegram, with python-telegram-bot's types, parsing and errors, and our own state, order and delivery."""

import os

# The library's documented switch to time spans in place of bare seconds, which it otherwise warns about at each use.
os.environ.setdefault("PTB_TIMEDELTA", "1")
