"""Views that a reader can search and play: one folder a view, all that it brings stands in it.

``page.py`` makes the page from plain values, ``page.html`` extends ``shared/view.html`` by its stage, ``page.js`` draws
(modules beside it and ``shared/`` may be imported), ``page.css`` (if there is one) is its own style.
"""
