"""When: the time that is an event's own, and days that a report leaves open."""
