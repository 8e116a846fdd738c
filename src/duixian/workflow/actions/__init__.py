"""Every verb, one a file: may it be done, the change, the posting and the log in one transaction."""
