"""Late-shipment compensation (晚发即赔)."""
