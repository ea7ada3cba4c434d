"""The hub site: the published file as pages for people. It reads that file and nothing else, and decides nothing."""
