"""What the graph holds, as plain values: statements, dates, numbers, names, locators."""
