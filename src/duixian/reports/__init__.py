"""One file a report: a Row and rows(as_of=…); every page and export comes from one."""
