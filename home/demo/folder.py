"""Where home keeps its demo content."""

from pathlib import Path

from core.demo.faults import FOLDER

CONTENT = Path(__file__).resolve().parents[1] / FOLDER
