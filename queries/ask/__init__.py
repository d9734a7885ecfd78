"""Questions in plain words: templates, mentions, interpretation."""
