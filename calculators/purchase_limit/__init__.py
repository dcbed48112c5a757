"""Whether a product's purchase limits are consistent, and what they allow."""
