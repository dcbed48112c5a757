"""Whether a presale's shipping time keeps to the advice."""
