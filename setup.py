"""The packages: every folder of a room that holds Python is one, so that a new folder needs no line here."""

from setuptools import find_packages, setup

ROOMS = ("ontology", "graph", "loaders", "shapes", "queries", "viz")
found = find_packages(include=["cemai", "cemai.*", *ROOMS, *(f"{room}.*" for room in ROOMS)])
setup(packages=[name if name.split(".")[0] == "cemai" else f"cemai.{name}" for name in found])
