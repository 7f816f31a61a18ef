"""The challenge as everybody sees it: the question, the answers, the index, the logbooks."""
