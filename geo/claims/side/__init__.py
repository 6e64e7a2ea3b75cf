"""Whose a force is: its nation, its sender, and what a paragraph tells of a side."""
