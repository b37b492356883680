"""Printing of many papers: asked for, made by the worker, kept for a week."""

from reports.printing.services.asking import KEPT_DAYS, MOST, ask_print, begin_anew, forget_prints, progress_of

__all__ = ["KEPT_DAYS", "MOST", "ask_print", "begin_anew", "forget_prints", "progress_of"]
