"""What was typed: fields, how their texts are read, and why one is refused."""
