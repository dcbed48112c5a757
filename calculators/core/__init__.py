"""What every calculator is made of: money, fields, dated rules, outcomes, texts.

Nothing here knows a single calculator, the browser, MkDocs or the time of day.
"""
