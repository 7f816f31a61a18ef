"""The € 50-a-week council challenge and the Political Poverty Index."""
