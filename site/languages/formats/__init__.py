"""How numbers and dates are written, where Django does not know it or knows another habit."""
