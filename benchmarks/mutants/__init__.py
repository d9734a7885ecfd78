"""Do the tests bite? Small faults are put into the code one by one, each against the tests that run its line."""
