"""What a fraudulent shipment costs (欺诈发货)."""
