"""One file a pass; compiler/pipeline.py lists them in order."""
