"""Many questions at once: a table of orders in, the same table with its answers out."""
