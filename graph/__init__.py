"""Claims, locators, names, the store, inference and export. Knows no dataset, no city and no file's name."""
