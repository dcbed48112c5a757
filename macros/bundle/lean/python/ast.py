"""What traceback looks for in lines of source, of which there are none here."""
