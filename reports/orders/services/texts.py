"""From a composed text to what a draft stores."""


def worded(organization, kind, text):
    """The texts of a draft of ``kind`` as ``draft_order`` takes them, from an ``OrderText`` its composer made."""
    return vars(text)
