"""Personal numbers typed by mistake: found, and hidden before anything is kept."""

import re

HIDDEN = "•••"

_PESEL = re.compile(r"(?<![\d+])\d{11}(?!\d)")
_PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)

_DOCUMENT = re.compile(
    r"""(?<![A-Za-zА-Яа-яІЇЄҐіїєґ0-9])(?:
        [A-Za-z]{2}[ -]?\d{7}            # Polish passport; Belarusian passport
      | [A-Za-z]{3}[ -]?\d{6}            # Polish identity card
      | [A-Za-zА-ЯІЇЄҐа-яіїєґ]{2}[ -]?\d{6}   # Ukrainian passport, old and new
      | \d{8}-\d{5}                      # Ukrainian record number (УНЗР)
      | \d{2}[ ]\d{2}[ ]?\d{6}           # Russian inner passport
      | \d{2}[ ]?№?[ ]\d{7}              # Russian passport for travel
      | \d{7}[A-Za-zА-Я]\d{3}[A-Za-zА-Я]{2}\d  # Belarusian personal number
    )(?![A-Za-zА-Яа-яІЇЄҐіїєґ0-9])""",
    re.VERBOSE,
)
_CARD = re.compile(r"(?<!\d)\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\d)|(?<!\d)\d{16}(?!\d)")


def is_pesel(digits: str) -> bool:
    """Whether the check digit and the month fit."""
    total = sum(weight * int(digit) for weight, digit in zip(_PESEL_WEIGHTS, digits, strict=False))
    return (10 - total % 10) % 10 == int(digits[10]) and 1 <= int(digits[2:4]) % 20 <= 12


def hide_numbers(text: str) -> tuple[str, bool]:
    """The text with personal numbers replaced, and whether there were any."""
    hidden = _PESEL.sub(lambda match: HIDDEN if is_pesel(match[0]) else match[0], text)
    hidden = _CARD.sub(lambda match: HIDDEN if _passes_luhn(match[0]) else match[0], hidden)
    hidden = _DOCUMENT.sub(HIDDEN, hidden)
    return hidden, hidden != text


def _passes_luhn(number: str) -> bool:
    digits = [int(c) for c in number if c.isdecimal()][::-1]
    return sum(digits[::2]) % 10 == -sum(sum(divmod(2 * d, 10)) for d in digits[1::2]) % 10
