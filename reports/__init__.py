"""What comes out: papers, workbooks, figures, first pages."""
