"""Who may sign in, how, and what each group may do."""
