"""Proceeds frozen for subsidies without an invoice."""
