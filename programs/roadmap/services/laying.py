"""The text of a roadmap put down at once, however many stages it has."""

from programs.roadmap.models import Item, ItemDuty, Stage


def lay_stages(roadmap, stages):
    """Write the ``stages`` of an empty roadmap: [(position, name, [(values of an item, values of its duties)])]."""
    made = Stage.objects.bulk_create(
        Stage(roadmap=roadmap, position=position, name=name) for position, name, _rows in stages
    )
    rows = [
        (stage, {"position": place} | values, duties)
        for stage, (_position, _name, items) in zip(made, stages, strict=True)
        for place, (values, duties) in enumerate(items, start=1)
    ]
    items = Item.objects.bulk_create(Item(stage=stage, **values) for stage, values, _duties in rows)
    ItemDuty.objects.bulk_create(
        ItemDuty(item=item, **duty)
        for item, (_stage, _values, duties) in zip(items, rows, strict=True)
        for duty in duties
    )
