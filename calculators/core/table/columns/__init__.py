"""Where the headings stand, and what each column holds: its input, unit, zone, epoch."""
