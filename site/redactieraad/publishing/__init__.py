"""What follows a decision: a text appears, waits for its moment, or is given up."""
