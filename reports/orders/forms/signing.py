"""What was signed by hand, signatures as files, and who is to read the order besides those it names."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from mentoring.lib.cms import encloses_content, is_of_another, is_signature
from mentoring.lib.uploads import MEGABYTE, SCANS, check_upload
from people.staff.forms.choosing import SeveralPeople
from people.staff.models import Employment
from people.staff.selectors import present_staff
from reports.orders.forms.days import day_field
from reports.orders.forms.registering import RegisterFields

LARGEST_SIGNATURE = MEGABYTE
SIGNATURES = (".sig", ".p7s", ".sgn", ".pem")


class HandSignedForm(RegisterFields):
    """The day and the scan of what the head signed by hand, under the very text that was printed."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    signed_on = day_field(label=_("Signed on"), help_text=_("The day on the paper; the order gets this date."))
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        widget=forms.FileInput(attrs={"accept": ",".join(SCANS)}),
        help_text=_("PDF, JPG or PNG, up to 10 MB. It is kept with the order for ever."),
        error_messages={"required": _("Without a scan nobody can see that the head has signed. Choose the file.")},
    )

    def clean_scan(self):
        return check_upload(self.cleaned_data["scan"], SCANS)


class SignatureFileForm(forms.Form):
    """A detached electronic signature, made by a program of its own over the PDF."""

    file = forms.FileField(
        label=_("File of the signature"),
        widget=forms.FileInput(attrs={"accept": ",".join(SIGNATURES)}),
        help_text=_("A file .sig or .p7s of at most 1 MB, apart from the document it signs."),
        error_messages={"required": _("Choose the file of the signature.")},
    )

    def __init__(self, *args, document, **kwargs):
        """``document`` is the content of the PDF that had to be signed."""
        super().__init__(*args, **kwargs)
        self.document = document

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_SIGNATURE:
            size, limit = filesizeformat(file.size), filesizeformat(LARGEST_SIGNATURE)
            message = _(
                "The file is %(size)s, a detached signature has %(limit)s at most. Sign apart from the document."
            )
            raise ValidationError(message, params={"size": size, "limit": limit})
        signature = file.read()
        if not is_signature(signature):
            raise ValidationError(
                _("This is not an electronic signature (CMS, PKCS #7). Choose the file your signing program made.")
            )
        if encloses_content(signature):
            raise ValidationError(
                _("The document lies inside this signature. Sign once more and choose a detached signature.")
            )
        if is_of_another(signature, self.document):
            raise ValidationError(
                _("Another file was signed, not the PDF of this order. Download the PDF here, sign it, attach that.")
            )
        return file


class ReadersForm(forms.Form):
    """Who else is to read the order."""

    people = SeveralPeople(
        Employment.objects.none(),
        label=_("Who is to read the order"),
        help_text=_("Those at work who are not on the list yet."),
    )

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        staff = present_staff(order.organization, order.organization.today())
        listed = order.subjects.values("employment")
        self.fields["people"].queryset = staff.exclude(pk__in=listed).order_by("person__search_key", "pk")
