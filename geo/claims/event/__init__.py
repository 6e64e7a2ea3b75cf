"""What happens: triggers, echoes, events without a verb, and of which force each is told."""
