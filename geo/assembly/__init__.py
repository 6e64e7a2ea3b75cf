"""Builds the data that the repository carries, out of public sources, on the maintainer's machine.

Not needed to use the program. ``geo/data/README.md`` says which sources, and how to fetch them;
``python -m geo.assembly basemap --sources DIR`` and then ``... gazetteer --sources DIR`` and
``... names --sources DIR`` write the committed files again, byte for byte.
"""
