"""From the bytes of a file to its rows: which kind it is, its encoding, its records."""
