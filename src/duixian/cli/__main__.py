"""``python -m duixian.cli``, the same as ``duixian``."""

import sys

from duixian.cli.main import main

sys.exit(main())
