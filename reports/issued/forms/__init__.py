"""Forms of the room: what each kind of paper is made of, the batch, the head's decisions."""

from reports.issued.forms.acts import ActForm
from reports.issued.forms.batch import BatchChoiceForm, BatchForm
from reports.issued.forms.deciding import AnnulForm, RemarkForm, SigningForm
from reports.issued.forms.letters import LetterForm
from reports.issued.forms.personal import CertificateForm, RecordForm, ThanksForm
from reports.issued.states import IssuedKind

FORMS = {
    IssuedKind.CERTIFICATE: CertificateForm,
    IssuedKind.THANKS: ThanksForm,
    IssuedKind.RECORD: RecordForm,
    IssuedKind.LETTER: LetterForm,
    IssuedKind.ACT: ActForm,
}

__all__ = ["FORMS", "AnnulForm", "BatchChoiceForm", "BatchForm", "RemarkForm", "SigningForm"]
