"""What the gate found."""
