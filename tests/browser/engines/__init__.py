"""The built site in the engines that are no Chromium: WebKit, as on iPhones, and Firefox."""
