"""What has become of an order, told by the words of its status and by its payment."""
