"""Who says so and how surely: sources, offices, hearsay, plans and denials."""
