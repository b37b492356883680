"""Files beside a registered order: kept once, never changed, handed out with the document."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.uploads import shown_name
from people.history.services import record
from programs.orders.models import Order
from reports.documents.freezing import sha256
from reports.orders.models import OrderFile
from reports.orders.states import FileKind

DEEDS = {
    FileKind.SCAN: gettext_noop("Scan of the signed paper added"),
    FileKind.SIGNATURE: gettext_noop("Electronic signature attached"),
}


@transaction.atomic
def keep_file(order, kind, file, *, by):
    """Keep ``file`` with the registered ``order`` for ever; it was checked as an upload of this ``kind``.

    Raises MoveRefused if the order is not signed yet or has this very file already.
    """
    row = Order.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if not row.is_registered:
        raise MoveRefused(_("The order is not signed yet. Wait for the signature."))
    file.seek(0)
    content = file.read()
    digest = sha256(content)
    if OrderFile.objects.filter(order=row, sha256=digest).exists():
        raise MoveRefused({"file": _("This very file lies with the order already. Nothing was added.")})
    kept = OrderFile.objects.create(
        order=row, kind=kind, name=shown_name(file), content=content, size=len(content), sha256=digest, at=now(), by=by
    )
    record(row, DEEDS[FileKind(kind)], by=by, reason=kept.name)
    return kept
