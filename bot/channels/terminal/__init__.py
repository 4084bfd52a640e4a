"""The terminal: the whole bot without a browser or an account, for editors and developers."""
