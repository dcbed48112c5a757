"""Words of states that nothing reads, and how many orders have one."""

from collections import Counter
from collections.abc import Iterator

from calculators.core.text.catalogue import Texts
from calculators.core.text.formatting import sentence

# As many are kept apart, and as many of these quoted.
_KEPT, QUOTED = 100, 5


class UnknownWords:
    """Counts them; however many there are, little is kept."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._orders = 0

    def note(self, word: str) -> None:
        """One more order with a ``word``, as it is quoted."""
        self._orders += 1
        if word in self._words or len(self._words) < _KEPT:
            self._words[word] += 1

    def told(self, texts: Texts) -> Iterator[str]:
        """The sentence, the most frequent words first; none where all were read."""
        if not self._orders:
            return
        words = tuple(
            sentence(texts, "notes", "unknown_word", values={"word": word, "count": count})
            for word, count in self._words.most_common(QUOTED)
        )
        more = "unknown_words_more" if len(self._words) > QUOTED else "unknown_words"
        values = {"words": words, "count": self._orders}
        yield sentence(texts, "notes", more, values=values)
