"""``python -m ciie_timeline.cli``."""

from ciie_timeline.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
