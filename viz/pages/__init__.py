"""Pages without any script: one folder a page, ``page.py`` makes it from plain values by ``page.html``."""
