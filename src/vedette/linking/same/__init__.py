"""Which claims tell of one event: what may be compared, by what it is compared, and how pairs are joined."""
