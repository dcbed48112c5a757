"""Whether a tracking number and its history fit a scene of false shipment (虚假发货)."""
