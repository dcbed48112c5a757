"""How Chinese is written here."""

import re

# A half-width mark between Chinese characters looks like a typing mistake.
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”）][,:;?!]|[,:;?!(][\u4e00-\u9fff“（]|[\u4e00-\u9fff]\)")
