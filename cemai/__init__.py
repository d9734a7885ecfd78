"""Cemai 策脉: a knowledge graph of China's cross-border e-commerce policy."""

__version__ = "0.1.0"
