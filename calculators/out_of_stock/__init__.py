"""What an order without goods costs (缺货/无货)."""
