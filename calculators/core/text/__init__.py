"""What readers read: the common sentences by language, and figures written out."""
