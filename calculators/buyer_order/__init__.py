"""Whether one buyer may place one order under a product's purchase limits."""
