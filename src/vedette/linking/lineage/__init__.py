"""Who says it: copies seen through, origins counted, what stands on whom, and how far it can be believed."""
