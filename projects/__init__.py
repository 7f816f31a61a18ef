"""Projects, the agenda, and the records that the programme keeps."""
