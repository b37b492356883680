"""Whether an uploaded template may be used: looked through, its fields known and complete, tried on a sample."""

from io import BytesIO

from django.utils.translation import gettext as _
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate

from reports.documents.stationery.fields import SETS, Shape
from reports.documents.stationery.filling import fill
from reports.documents.stationery.grammar import OnlyNames, Refused, names_in
from reports.documents.stationery.parcel import check_parcel

PARTS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.FOOTNOTES)
ABOUT = ("author", "comments", "identifier", "language", "subject", "title")


def fields_of(content, kind):
    """The names of the fields of an uploaded template, sorted. Raises Refused with the sentence for whoever uploads."""
    check_parcel(content)
    known = SETS[kind].by_name()
    asked = [names_in(source) for source in _sources(content)]
    # The reading of docxtpl itself, so that nothing it would ask for escapes the check.
    found = DocxTemplate(BytesIO(content)).get_undeclared_template_variables(OnlyNames())
    names = found.union(*(each.names for each in asked))
    _check_names(names, known)
    _check_shapes(asked, known)
    fill(content, SETS[kind], SETS[kind].sample)
    return sorted(names)


def _sources(content):
    """Every text of the file that is filled in, as jinja reads it."""
    template = DocxTemplate(BytesIO(content))
    template.init_docx()
    document = template.docx
    yield template.patch_xml(template.get_xml())
    for tie in document.part.rels.values():
        if tie.reltype in PARTS:
            yield template.patch_xml(tie.target_part.blob.decode("utf-8", "replace"))
    yield from (str(getattr(document.core_properties, name)) for name in ABOUT)


def _check_names(asked, known):
    unknown = sorted(asked - set(known))
    if unknown:
        raise Refused(
            _("No such field: %(unknown)s. Known are: %(known)s.")
            % {"unknown": ", ".join(unknown), "known": ", ".join(known)}
        )
    missing = [name for name, field in known.items() if field.is_required and name not in asked]
    if missing:
        raise Refused(
            _("The paper is incomplete without these fields: %(missing)s. Put them in and upload the file again.")
            % {"missing": ", ".join(missing)}
        )


def _check_shapes(asked, known):
    """Lists are looped over, everything else is written down."""
    for each in asked:
        for name in sorted(each.looped):
            if known[name].shape != Shape.LIST:
                raise Refused(
                    _("“%(name)s” is no list. Write it as %(sample)s.") % {"name": name, "sample": known[name].sample}
                )
        for name in sorted(each.printed & set(known)):
            if known[name].shape == Shape.LIST:
                raise Refused(
                    _("“%(name)s” is a list. Write it in three paragraphs: %(sample)s.")
                    % {"name": name, "sample": known[name].sample}
                )
