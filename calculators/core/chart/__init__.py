"""One output of a calculator against one of its inputs, as a drawing that page and build share."""
