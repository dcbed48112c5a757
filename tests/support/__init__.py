"""What several tests and the benchmarks need: a static server, a browser, a built site."""
