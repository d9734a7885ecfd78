"""A folder of static pages: one page a thing, index pages, search, disagreements, the editor's page."""
