"""The page: one HTML file that draws what was read and shows the words behind every mark."""

from geo.maps.page import PageSettings, render_page

__all__ = ["PageSettings", "render_page"]
