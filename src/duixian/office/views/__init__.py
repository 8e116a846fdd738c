"""What each address of the office answers: asks reports, calls actions, shows refusals."""
