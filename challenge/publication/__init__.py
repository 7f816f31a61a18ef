"""How an index becomes public: stages, snapshots, the launch, and the data behind it."""
