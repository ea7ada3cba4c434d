"""Fictional companies in the platforms' exact wire formats, and the server that replays any folder of recordings."""
