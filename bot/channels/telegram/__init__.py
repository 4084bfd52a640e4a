"""Telegram, with python-telegram-bot's types, parsing and errors, and our own state, order and delivery."""
