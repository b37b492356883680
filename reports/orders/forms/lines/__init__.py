"""Forms of the orders made of particulars and lines about people."""

from reports.orders.forms.lines.kinds import (
    EncouragementForm,
    FinalEventForm,
    MonitoringForm,
    PaymentForm,
    ReleaseForm,
)

__all__ = ["EncouragementForm", "FinalEventForm", "MonitoringForm", "PaymentForm", "ReleaseForm"]
