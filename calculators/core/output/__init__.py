"""An answer as people read it: lines, comparisons, reports and calendar files."""
