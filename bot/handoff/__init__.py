"""The rules of the advisors' queue. Pure, no third party."""
