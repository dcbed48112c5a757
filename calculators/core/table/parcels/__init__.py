"""A second file: the parcels of the orders."""
