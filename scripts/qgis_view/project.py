"""Opens a run's pahunch.qgz and says what is wrong with its layers, themes and print layout."""

import json
import sqlite3
import xml.etree.ElementTree as ElementTree
import zipfile

from qgis.core import QgsLayoutExporter, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QSize

from . import checks, picture

FILE = "pahunch.qgz"
LAYER_SOURCE = "./pahunch.gpkg|layername="
LAYOUT_DPI = 60
# What a run can answer, by a column that only such a run has.
THEMES = {
    "Today": ("settlements", "band_"),
    "After the plan": ("settlements", "newly_covered"),
    "What the plan changes": ("settlements", "newly_covered"),
    "Who is underserved": ("underserved_blocks", "not_served_"),
    "How sure is it": ("underserved", "p_under_"),
    "What changed": ("changes", "change"),  # of a comparison
}


def columns(geopackage, table):
    return {row[1] for row in geopackage.execute(f'PRAGMA table_info("{table}")')}


def expected_themes(geopackage):
    return [name for name, (table, prefix) in THEMES.items()
            if any(column.startswith(prefix) for column in columns(geopackage, table))]


def written(folder):
    """The project as it is written, as QGIS passes over in silence what it cannot use."""
    with zipfile.ZipFile(folder / FILE) as archive:
        (name,) = archive.namelist()
        return ElementTree.fromstring(archive.read(name))


def source_faults(root):
    for layer in root.iter("maplayer"):
        source = layer.findtext("datasource", "")
        if not source.startswith(LAYER_SOURCE):
            yield f"{layer.findtext('id')}: its source is not beside the project: {source}"


def identity_faults(root, project):
    """QGIS puts ids of its own where it dislikes those in the file; themes then lose their layers."""
    for layer in root.iter("maplayer"):
        if project.mapLayer(layer.findtext("id")) is None:
            yield f"QGIS does not keep the id of the layer {layer.findtext('id')}"


def theme_faults(root, geopackage):
    ids = {layer.findtext("id") for layer in root.iter("maplayer")}
    themes = {theme.get("name"): theme for theme in root.iter("visibility-preset")}
    for name in expected_themes(geopackage):
        if name not in themes:
            yield f"there is no theme '{name}'"
    for name, theme in themes.items():
        for layer in theme.findall("layer"):
            if layer.get("id") not in ids:
                yield f"theme '{name}': it shows {layer.get('id')}, which is no layer"


def expected_count(geopackage, source):
    """Counted without QGIS."""
    parts = dict(part.split("=", 1) for part in source.split("|")[1:])
    where = f" WHERE {parts['subset']}" if "subset" in parts else ""
    query = f'SELECT COUNT(*) FROM "{parts["layername"]}"{where}'
    return geopackage.execute(query).fetchone()[0]


def layer_faults(layer, geopackage):
    if not layer.isValid():
        yield "QGIS cannot open it"
        return
    expected = expected_count(geopackage, layer.source())
    if sum(1 for _ in layer.getFeatures()) != expected:
        yield f"not the {expected} features that its table has"
    if layer.crs().authid() != "EPSG:4326":
        yield f"the CRS is {layer.crs().authid() or 'missing'}, not EPSG:4326"
    for name in checks.missing_columns(layer):
        yield f"the style uses the column {name}, which the layer lacks"
    for value in checks.unclassed_values(layer):
        yield f"the style has no class for the value '{value}'"


def map_settings(project, layers):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setExtent(project.viewSettings().defaultViewExtent())
    return settings


def drawn_faults(project, pictures):
    """Every theme, and every layer of one by itself where its scale is right."""
    for name in project.mapThemeCollection().mapThemes():
        layers = project.mapThemeCollection().mapThemeVisibleLayers(name)
        settings = map_settings(project, layers)
        image = picture.draw_map(settings, pictures / f"theme {name}.png")
        if picture.is_blank(image):
            yield f"theme '{name}': its picture is blank"
        for layer in layers:
            if not layer.featureCount() or not layer.isInScaleRange(settings.scale()):
                continue
            alone = picture.draw_map(map_settings(project, [layer]), pictures / "layer.png")
            if picture.is_blank(alone):
                yield f"theme '{name}': of {layer.id()} nothing is drawn"
    (pictures / "layer.png").unlink(missing_ok=True)


def layout_faults(project, pictures):
    layouts = project.layoutManager().printLayouts()
    if len(layouts) != 1:
        yield f"{len(layouts)} print layouts, not 1"
        return
    map_item = layouts[0].referenceMap()
    if map_item.followVisibilityPresetName() not in project.mapThemeCollection().mapThemes():
        yield f"the layout shows the theme '{map_item.followVisibilityPresetName()}', which is none"
    image = QgsLayoutExporter(layouts[0]).renderPageToImage(0, QSize(), LAYOUT_DPI)
    image.save(str(pictures / "layout.png"))
    if picture.is_blank(image):
        yield "its layout is blank"


def opened_faults(project, folder, geopackage, pictures):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    if project.crs().authid() != manifest["working_crs"]:
        yield f"the CRS is {project.crs().authid()}, not {manifest['working_crs']}"
    for layer_id, layer in sorted(project.mapLayers().items()):
        for fault in layer_faults(layer, geopackage):
            yield f"{layer_id}: {fault}"
    yield from drawn_faults(project, pictures)
    yield from layout_faults(project, pictures)


def check(folder, pictures):
    """All that is wrong with the project; nothing where the folder has none."""
    if not (folder / FILE).exists():
        return []
    root = written(folder)
    geopackage = sqlite3.connect(f"file:{folder / 'pahunch.gpkg'}?mode=ro", uri=True)
    faults = [*source_faults(root), *theme_faults(root, geopackage)]
    project = QgsProject.instance()
    if project.read(str(folder / FILE)):
        faults += identity_faults(root, project)
        faults += opened_faults(project, folder, geopackage, pictures)
    else:
        faults.append(f"QGIS cannot open it: {project.error()}")
    project.clear()
    geopackage.close()
    return [f"{FILE}: {fault}" for fault in faults]
