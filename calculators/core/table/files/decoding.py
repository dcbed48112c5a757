"""From a file's bytes to lines, whatever wrote it: UTF-8, GBK or UTF-16, with a mark or without."""

import codecs
import io
from collections.abc import Callable, Iterable, Iterator

from calculators.core.inputs.errors import InputError
from calculators.core.table.files.kinds import COMPOUND, HEAD_BYTES, TEXT, ZIP, kind_of
from calculators.core.table.files.wide import wide_encoding
from calculators.core.text.patterns import lazy_pattern

# A line is held in memory, several times over while it is parted. One of 73 cells, all as full as a
# spreadsheet takes them, has 2.4 million characters.
LONGEST_LINE = 10_000_000
# What is longer and has no line end at all is no table.
_LONGEST_ALONE = 1_000_000

# What a decoder makes of the last byte of an odd number.
_HALF = "\ufffd"
# UTF-8 takes three bytes from here on; what takes two, GBK may have written as well.
_CHINESE = "\u0800"
_ENDS = lazy_pattern(r"[\r\n]")
_BEYOND_ASCII = lazy_pattern(rb"[\x80-\xff]+")
# Without what in UTF-8 are Western letters and marks: é, ×.
_HANZI = lazy_pattern(rb"(?:[\xc4-\xd7][\xa1-\xbf])+")
_TWO_BYTES = 2


def lines_of(chunks: Iterable[bytes], padded: Callable[[], None] = lambda: None) -> Iterator[str]:
    """The lines of a file, each with its end, one chunk at a time.

    What neither UTF-8 nor GBK can write becomes U+FFFD. Zeros behind the last line are left out,
    and ``padded`` is told of them. Raises :class:`InputError` with
    ``no_lines``, ``line_too_long``, or with what the file is instead of a text (see
    :func:`kind_of`).
    """
    ended = 0
    begun: list[str] = []  # of a line whose end may be in the next chunk, or half of it
    length = 0
    for text in _without_padding(_texts(iter(chunks)), padded):
        begun.append(text)
        length += len(text)
        if not _ENDS.search(text) and not (len(begun) > 1 and begun[-2].endswith("\r")):
            _check(ended, length)
            continue
        whole = list(io.StringIO("".join(begun), newline=""))
        begun = [] if whole[-1].endswith("\n") else [whole.pop()]
        length = sum(map(len, begun))
        if max(map(len, whole), default=0) > LONGEST_LINE:
            for at, line in enumerate(whole):
                _check(ended + at, len(line))
        yield from whole
        ended += len(whole)
        _check(ended, length)
    if not ended and length > _LONGEST_ALONE:
        raise InputError("no_lines")
    yield from io.StringIO("".join(begun), newline="")


def _check(ended: int, length: int) -> None:
    """Raise ``line_too_long`` for a line of so many characters, behind so many that ended."""
    if length > LONGEST_LINE:
        raise InputError("line_too_long", line=ended + 1, maximum=LONGEST_LINE)


def _without_padding(texts: Iterator[str], padded: Callable[[], None]) -> Iterator[str]:
    """The ``texts`` of a file without the zeros at its end: there nothing has been written."""
    zeros = 0
    for text in texts:
        kept = text.rstrip("\0") if text.endswith("\0") else text
        if zeros and kept and kept != _HALF:
            yield "\0" * min(zeros, LONGEST_LINE)
            zeros = 0
        if not zeros or kept != _HALF:
            zeros += len(text) - len(kept)
            yield kept
    if zeros:
        padded()


def _texts(chunks: Iterator[bytes]) -> Iterator[str]:
    head = b""
    while len(head) < HEAD_BYTES and (chunk := next(chunks, b"")):
        head += bytes(chunk)
    if (kind := kind_of(head[:HEAD_BYTES])) != TEXT:
        # Workbooks were told apart before anybody looked for lines.
        raise InputError("no_text" if kind in {ZIP, COMPOUND} else kind)
    decoder: _Guessing | codecs.IncrementalDecoder = _Guessing()
    if wide := wide_encoding(head[:HEAD_BYTES]):
        encoding, mark = wide
        head = head[mark:]
        decoder = _decoder(encoding, "replace")
    elif head.startswith(codecs.BOM_UTF8):
        head = head.removeprefix(codecs.BOM_UTF8)
        decoder = _decoder("utf-8", "replace")
    yield decoder.decode(head)
    for chunk in chunks:
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


class _Guessing:
    """UTF-8 until the bytes say otherwise, then GBK (as its superset GB18030).

    Up to the first byte that is no ASCII both read the same, so that the guess may wait for it.
    """

    def __init__(self) -> None:
        self._decoder: codecs.IncrementalDecoder = _decoder("utf-8", "strict")
        self._seen_utf_8 = False

    def decode(self, data: bytes, *, final: bool = False) -> str:
        begun, _ = self._decoder.getstate()
        try:
            text = self._decoder.decode(data, final)
        except UnicodeDecodeError:
            data = begun + data
            flawed = self._seen_utf_8 or _mostly_utf_8(data)
            self._decoder = _decoder("utf-8" if flawed else "gb18030", "replace")
            return self._decoder.decode(data, final)
        if not (self._seen_utf_8 or text.isascii()):
            self._seen_utf_8 = max(text) >= _CHINESE
            if not self._seen_utf_8 and _all_hanzi(begun + data):
                self._decoder = _decoder("gb18030", "replace")
                return self._decoder.decode(begun + data, final)
        return text


def _all_hanzi(data: bytes) -> bool:
    """Whether the words that are no ASCII are, in GBK, all common characters.

    Such bytes may be UTF-8 as well: ``圆通`` is an Armenian and a Greek letter, which nobody means.
    """
    words = [each for each in _BEYOND_ASCII.findall(data) if len(each) > _TWO_BYTES]
    return bool(words) and all(map(_HANZI.fullmatch, words))


def _mostly_utf_8(data: bytes) -> bool:
    """Whether it is UTF-8 with flaws, such as names cut at a byte: GBK hardly ever looks so."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(each >= _CHINESE for each in text) - wrong > wrong


def _decoder(encoding: str, errors: str) -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder(encoding)(errors)
