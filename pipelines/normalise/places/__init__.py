"""Places of a posting: which towns, states and countries its words and fields name. Remote or not, `workplace` says."""
