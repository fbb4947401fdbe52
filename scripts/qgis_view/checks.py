"""Opens the layers of a run's folder and says what is wrong with them."""

import csv
import dataclasses
import json

from qgis.core import (QgsExpressionContext, QgsExpressionContextUtils, QgsProviderRegistry,
                       QgsRenderContext, QgsVectorLayer)

from . import picture

# Tables whose style must tell classes apart, and how.
CLASSED = {
    "settlements": "categorizedSymbol",
    "centres": "categorizedSymbol",
    "blocks": "graduatedSymbol",
    "isochrones": "categorizedSymbol",
    "isochrone_lines": "categorizedSymbol",
    "changes": "categorizedSymbol",
    "centre_changes": "categorizedSymbol",
}
UNSTYLED_TABLE = "layer_styles"


@dataclasses.dataclass
class Layer:
    label: str  # "settlements.geojson" or "pahunch.gpkg: settlements"
    table: str  # "settlements"
    file: str
    map_layer: QgsVectorLayer
    n_expected: int = None


def manifest_rows(folder):
    """Rows of each file for which the manifest says a number."""
    path = folder / "manifest.json"
    if not path.exists():
        return {}
    files = json.loads(path.read_text(encoding="utf-8")).get("files", [])
    rows = {entry["name"]: entry.get("rows", entry.get("n_rows")) for entry in files}
    return {name: n for name, n in rows.items() if n is not None and n >= 0}


def csv_rows(folder, table):
    path = folder / f"{table}.csv"
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def open_geojson(folder, rows):
    for path in sorted(folder.glob("*.geojson")):
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        expected = rows.get(path.name, csv_rows(folder, path.stem))
        yield Layer(path.name, path.stem, path.name, layer, expected)


def open_geopackages(folder):
    provider = QgsProviderRegistry.instance().providerMetadata("ogr")
    for path in sorted(folder.glob("*.gpkg")):
        for part in provider.querySublayers(str(path)):
            if part.name() == UNSTYLED_TABLE:
                continue
            layer = QgsVectorLayer(f"{path}|layername={part.name()}", part.name(), "ogr")
            yield Layer(f"{path.name}: {part.name()}", part.name(), path.name, layer,
                        csv_rows(folder, part.name()))


def count_faults(layers, rows):
    """A GeoPackage's number in the manifest is that of all its layers."""
    for file in sorted({layer.file for layer in layers if layer.file.endswith(".gpkg")}):
        n = sum(layer.map_layer.featureCount() for layer in layers if layer.file == file)
        if file in rows and rows[file] != n:
            yield f"{file}: {n} features in all layers, the manifest says {rows[file]}"


def open_run(folder):
    """All layers of the folder, and the faults that concern no single layer."""
    rows = manifest_rows(folder)
    layers = [*open_geojson(folder, rows), *open_geopackages(folder)]
    if not layers:
        return [], ["no layer is in its GeoJSON files and GeoPackages"]
    return layers, list(count_faults(layers, rows))


def content_faults(layer):
    map_layer = layer.map_layer
    n = sum(1 for _ in map_layer.getFeatures())
    if n != map_layer.featureCount():
        yield f"{n} features read, the file says {map_layer.featureCount()}"
    if layer.n_expected is not None and n != layer.n_expected:
        yield f"{n} features, expected {layer.n_expected}"
    if not map_layer.isSpatial():
        return
    if map_layer.crs().authid() not in ("EPSG:4326", "OGC:CRS84"):
        yield f"the CRS is {map_layer.crs().authid() or 'missing'}, not EPSG:4326"
    extent = map_layer.extent()
    if n and not (-180 <= extent.xMinimum() and extent.xMaximum() <= 180
                  and -90 <= extent.yMinimum() and extent.yMaximum() <= 90):
        yield f"coordinates are not degrees: {extent.toString(3)}"


def unclassed_values(map_layer):
    """Values of the styled column that no class of the renderer shows."""
    renderer = map_layer.renderer()
    if renderer.type() == "categorizedSymbol":
        shown = {str(category.value()) for category in renderer.categories()}

        def covers(value):  # QGIS compares numbers with their text too
            return str(value) in shown
    elif renderer.type() == "graduatedSymbol":
        ranges = [(r.lowerValue(), r.upperValue()) for r in renderer.ranges()]

        def covers(value):
            return any(low <= value <= high for low, high in ranges)
    else:
        return []
    column = map_layer.fields().lookupField(renderer.classAttribute())
    if column < 0:
        return []  # told by `missing_columns`
    values = (value for value in map_layer.uniqueValues(column) if not is_null(value))
    return sorted(str(value) for value in values if not covers(value))


def is_null(value):
    """QGIS gives a null as None or as an empty QVariant."""
    return value is None or (hasattr(value, "isNull") and value.isNull())


def label_columns(map_layer):
    """Of all rules for labels."""
    used = set()
    labeling = map_layer.labeling() if map_layer.labelsEnabled() else None
    for provider in labeling.subProviders() if labeling else ():
        settings = labeling.settings(provider)
        used |= (settings.getLabelExpression().referencedColumns() if settings.isExpression
                 else {settings.fieldName})
    return used - {""}


def missing_columns(map_layer):
    """Columns that the style or the labels use and the layer lacks."""
    context = QgsRenderContext()
    expressions = QgsExpressionContext()
    expressions.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(map_layer))
    context.setExpressionContext(expressions)
    used = set(map_layer.renderer().usedAttributes(context))
    if map_layer.renderer().orderByEnabled():
        used |= set(map_layer.renderer().orderBy().usedAttributes())
    used |= label_columns(map_layer)
    used.discard("*")
    used = {name.strip('"') for name in used}
    return sorted(name for name in used if map_layer.fields().lookupField(name) < 0)


def style_faults(layer):
    map_layer = layer.map_layer
    message, found = map_layer.loadDefaultStyle()
    if not found:
        yield f"no default style found {message}".rstrip()
        return
    wanted = CLASSED.get(layer.table)
    if wanted and map_layer.renderer().type() != wanted:
        yield f"the style is {map_layer.renderer().type()}, not {wanted}"
    for name in missing_columns(map_layer):
        yield f"the style uses the column {name}, which the layer lacks"
    for value in unclassed_values(map_layer):
        yield f"the style has no class for the value '{value}'"


def layer_faults(layer, pictures):
    if not layer.map_layer.isValid():
        yield "QGIS cannot open it"
        return
    yield from content_faults(layer)
    if not layer.map_layer.isSpatial():
        return
    yield from style_faults(layer)
    layer.map_layer.setScaleBasedVisibility(False)  # of some, only near to
    stem = layer.label.replace(": ", "-")
    image = picture.draw([layer.map_layer], pictures / f"{stem}.png")
    if layer.map_layer.featureCount() and picture.is_blank(image):
        yield "its picture is blank"


def check_layer(layer, pictures):
    """All that is wrong with one layer, each fault with the layer's name."""
    return [f"{layer.label}: {fault}" for fault in layer_faults(layer, pictures)]
