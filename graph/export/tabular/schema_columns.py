"""Names of classes, properties and columns in both languages: from the ontology and the table of fields."""

from __future__ import annotations

from functools import cache

from cemai.graph.rdf.writer import prop
from cemai.ontology.describe import Scheme, Term, describe_ontology
from cemai.ontology.namespaces import CM, ID, RDF, SKOS, parted
from cemai.ontology.text import Described, LangText

from .model import SchemaColumn

# What stands in the data under a name that is not of our ontology, and its column.
_FOREIGN = {
    "lon": Described("经度", "longitude", LangText("经度，十进制度。", "Longitude in decimal degrees.")),
    "lat": Described("纬度", "latitude", LangText("纬度，十进制度。", "Latitude in decimal degrees.")),
}
_COLUMNS = {"lon": "long"}


@cache
def terms() -> dict[str, Term]:
    """Classes and properties by local name."""
    ontology = describe_ontology()
    return {t.name: t for t in (*ontology.classes, *ontology.properties)}


@cache
def schemes() -> dict[str, Scheme]:
    """Vocabularies by their key."""
    return {s.key: s for s in describe_ontology().schemes}


def keys_of(scheme: str) -> tuple[str, ...]:
    """The keys of a vocabulary (``signed`` of date-kind), sorted."""
    return tuple(sorted(c.id.partition("/")[2] for c in schemes()[scheme].concepts))


def described(name: str) -> Described:
    """Label and definition of a class or property by its local name; the name itself where it has none."""
    if name in _FOREIGN:
        return _FOREIGN[name]
    return terms()[name].label if name in terms() else Described(name, name)


def property_iri(name: str) -> str:
    """IRI of a property by its local name, also of the few foreign ones."""
    return prop(name).value


def column_name(property_name: str) -> str:
    """The column of a property: its local name in small letters with underscores."""
    return _COLUMNS.get(property_name) or parted(property_name, "_")


def scheme_of(property_name: str) -> str | None:
    """The vocabulary from which a property takes its values, or None."""
    term = terms().get(property_name)
    found = (s.key for s in schemes().values() if term and s.of in term.range)
    return next(found, None)


def concept_column(
    name: str, scheme: str, words: Described, property_: str | None, *, required: bool = False
) -> SchemaColumn:
    """A column that holds keys of a vocabulary."""
    return SchemaColumn(name, "string", words, required, None, keys_of(scheme), property_, f"{ID}{scheme}/{{+{name}}}")


def link_column(name: str, refers: str, words: Described, property_: str | None = None, *, required: bool = False,
         below: str = "") -> SchemaColumn:  # fmt: skip
    """A column that holds identifiers of another table, which stand under `below` in IRIs (``claim/``)."""
    return SchemaColumn(name, "string", words, required, refers, (), property_, f"{ID}{below}{{+{name}}}")


def identity_column(zh: str = "编号", en: str = "identifier") -> SchemaColumn:
    """The column that names the row's thing."""
    return SchemaColumn("id", "string", Described(zh, en), required=True)


def label_columns() -> tuple[SchemaColumn, ...]:
    """Preferred names; an English one need not be known."""
    zh = Described("中文名称", "Chinese name")
    en = Described("英文名称", "English name", LangText("未必有。", "Not always known."))
    return (
        SchemaColumn("name_zh", "string", zh, required=True, property=SKOS + "prefLabel", language="zh"),
        SchemaColumn("name_en", "string", en, property=SKOS + "prefLabel", language="en"),
    )


def common_columns() -> dict[str, SchemaColumn]:
    """Columns for properties that a thing of any class may have, by the property's name."""
    basis, note = (described(name) for name in ("nameEnBasis", "note"))
    return {
        "nameEnBasis": concept_column("name_en_basis", "name-basis", basis, property_iri("nameEnBasis")),
        "note": SchemaColumn("note", "string", note, property=property_iri("note")),
    }


def classes_column() -> SchemaColumn:
    """The classes that a thing is stated to be of."""
    words = Described(
        "类", "classes", LangText("数据写明的类，多为一个。", "The classes stated by the data, mostly one.")
    )
    return SchemaColumn("classes", "list", words, required=True, property=RDF + "type", value=f"{CM}{{+classes}}")


def other_names_column(language: str) -> SchemaColumn:
    """Alternative names in one language."""
    zh, en = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}[language]
    words = Described(
        f"其他{zh}名称", f"other {en} names", LangText("简称、旧称、别称。", "Short, former and other names.")
    )
    return SchemaColumn(f"other_names_{language}", "list", words, property=SKOS + "altLabel", language=language)
