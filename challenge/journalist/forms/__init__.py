"""The filters of the lists, and the form in which a report is written."""
