"""Indicators with numerator, denominator, date and the rows behind them."""
