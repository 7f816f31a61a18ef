"""The forms about governed texts and about members."""
