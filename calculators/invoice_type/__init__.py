"""Which invoice the platform takes for its subsidies."""
