"""Until when a buyer must have the invoice, and what it costs if not."""
