"""The check-up of one order (订单体检): what it needs, until when, and what may be taken for it."""
