"""The OWL modules and SKOS vocabularies, and the few names that code needs of them. Imports nothing of ours."""
