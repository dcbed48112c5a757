"""How Chinese is written here: which marks are full-width, and where a space stands."""

import re

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_AFTER = f"[{HAN}”）》】」]"
_BEFORE = f"[{HAN}“（《【「]"
# A half-width mark beside Chinese looks like a typing mistake.
HALF_WIDTH = re.compile(
    rf"(?<={_AFTER})[,:;?!](?![/\w\[])|(?<={_AFTER})[,:;?!](?={_BEFORE})|(?<=[\w%)\]*])[,;?!](?={_BEFORE})"
    rf"|(?<=[\w%)\]*\ufffc]):(?={_BEFORE})|(?<![\w\]\ufffc])[,:;?!](?={_BEFORE})|(?<=\ufffc)[,:;?!](?={_BEFORE})"
    rf"|\((?={_BEFORE})|(?<=[{HAN}])\((?!\ufffc)|(?<=[{HAN}”》])\)"
    rf"|(?<={_AFTER})\.(?=\s|$|{_BEFORE})|(?<={_AFTER})\.{{2,}}|\"(?={_BEFORE})|(?<=[{HAN}，。！？])\""
)
FULL = str.maketrans(",:;?!().", "，：；？！（）。")
# Chinese beside Latin letters or figures.
UNSPACED = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{HAN}])")
# Marks of a Chinese keyboard in English. Around Chinese they are at home.
FULL_WIDTH = re.compile(rf"(?<![{HAN}”》）])[，。；：？！（）](?![{HAN}“《（])")
HALF = str.maketrans("，：；？！（）。", ",:;?!().")


def full_width(mark: str, *, opening: bool) -> str:
    """A half-width mark as Chinese has it; ``opening``: the first of a pair of quotation marks."""
    if mark == '"':
        return "“" if opening else "”"
    return "……" if mark.startswith("..") else mark.translate(FULL)
