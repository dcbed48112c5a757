"""Words of states that nothing reads, and what else may tell of refunds: in how many orders."""

from collections import Counter
from collections.abc import Iterator

from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence

# As many are kept apart, and as many of these quoted.
_KEPT, QUOTED = 100, 5
# The sentence of words that come without a code of their own.
_OF_STATES = "unknown_words"


class UnknownWords:
    """Counts them by the sentence that tells of them; however many there are, little is kept."""

    def __init__(self) -> None:
        self._words: dict[str, Counter[str]] = {}
        self._orders: Counter[str] = Counter()

    def note(self, word: str) -> None:
        """One more order with a ``word``, as it is quoted; it may be a hint."""
        code = getattr(word, "code", _OF_STATES)
        words = self._words.setdefault(code, Counter())
        self._orders[code] += 1
        if word in words or len(words) < _KEPT:
            words[word] += 1

    def told(self, texts: Texts) -> Iterator[str]:
        """The sentences, the most frequent words first; none where all were read."""
        for code, found in self._words.items():
            words = tuple(
                sentence(texts, "notes", "unknown_word", values={"word": word, "count": count})
                for word, count in found.most_common(QUOTED)
            )
            more = len(found) > QUOTED and texts.has("notes", f"{code}_more")
            values = {"words": words, "count": self._orders[code]}
            yield sentence(texts, "notes", f"{code}_more" if more else code, values=values)
