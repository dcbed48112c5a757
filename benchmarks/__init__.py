"""Side-by-side measurements; they report ratios and never decide a test."""
