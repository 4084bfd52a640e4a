"""Words into text: gettext catalogues, dates, money, plurals in the four languages. Babel lives here."""
