"""From a composed text to what a draft stores: by the organization's own wording where it has one."""

from reports.documents.templating import AROUND, filled
from reports.orders.selectors import template_in_use, values_of


def worded(organization, kind, text):
    """The texts of a draft of ``kind`` as ``draft_order`` takes them, from an ``OrderText`` its composer made.

    "composed" keeps what each field was, so that the wording of the draft can become the organization's own. Raises
    MoveRefused where the wording in use needs something that is not there.
    """
    values, template = values_of(organization, kind, text), template_in_use(organization, kind)
    texts = {name: getattr(text, name) for name in (*AROUND, "points")}
    if template:
        texts = filled(kind, {name: getattr(template, name) for name in texts}, values)
    return texts | {"composed": {"fields": values, "template": template.pk if template else None}}
