"""Reads reports of deployments and maps who is said to have moved where."""

__version__ = "0.1.0"
