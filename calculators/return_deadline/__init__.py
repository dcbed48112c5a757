"""Return deadline (七天无理由退货期限)."""
