"""The map as a still picture, PNG or SVG, for a report or a slide."""

from geo.plots.picture import FORMATS, PlotSettings, render_plot

__all__ = ["FORMATS", "PlotSettings", "render_plot"]
