"""The page: one HTML file that draws what was read and shows the words behind every mark."""

from geo.maps.page import PageSettings, page_pieces, render_page
from geo.maps.tiles import Tiles

__all__ = ["PageSettings", "Tiles", "page_pieces", "render_page"]
