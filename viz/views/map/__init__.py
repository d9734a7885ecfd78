"""Places on a map: traces, pilot zones."""
