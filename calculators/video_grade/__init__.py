"""The grade of a shop video, from the ratings of its dimensions."""
