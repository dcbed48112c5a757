"""How many products may be withdrawn from a campaign, and what to do at which time."""
