"""One picture of a run: travel time under the first and the last set of centres, side by side."""

import dataclasses

from qgis.core import (QgsCoordinateReferenceSystem, QgsFillSymbol, QgsLayoutExporter,
                       QgsLayoutItem, QgsLayoutItemLabel, QgsLayoutItemMap, QgsLayoutItemMarker,
                       QgsLayoutItemScaleBar, QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout,
                       QgsProject, QgsPropertyCollection, QgsRectangle, QgsSingleSymbolRenderer,
                       QgsUnitTypes, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont

from . import picture, words

PAGE_MM = (320, 180)
MAP_MM = (152, 116)
LEFT_MM = (6, 162)  # of the two maps
MAP_TOP_MM = 38
DPI = 160
BAND_MARKER_MM = 2.8
CENTRE_SCALE = 0.75
INK = QColor("#17202a")
GREY = QColor("#5f6770")
LAND = {"color": "#f3f0ea", "outline_color": "#a9a69f", "outline_width": "0.35"}
BORDER = {"style": "no", "outline_color": "#8d9299", "outline_width": "0.2"}


@dataclasses.dataclass
class Panel:
    """One half of the picture."""

    name: str  # of the set of centres
    layers: list  # the top one first


def open_table(run_folder, table):
    layer = QgsVectorLayer(f"{run_folder / 'pahunch.gpkg'}|layername={table}", table, "ogr")
    return layer if layer.isValid() else None


def plain(layer, symbol):
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(symbol)))
    layer.setLabelsEnabled(False)
    return layer


def band_columns(settlements):
    return [field.name() for field in settlements.fields() if field.name().startswith("band_")]


def shrink_markers(centres):
    """Half a page is small: markers must not hide the villages around them."""
    renderer = centres.renderer()
    for at, category in enumerate(renderer.categories()):
        marker = category.symbol().clone()
        marker.setSize(marker.size() * CENTRE_SCALE)
        renderer.updateCategorySymbol(at, marker)


def make_panel(run_folder, name):
    settlements = open_table(run_folder, "settlements")
    settlements.renderer().setClassAttribute(f"band_{name}")
    centres = open_table(run_folder, "centres")
    centres.setSubsetString(f'"open_{name}" = 1')
    centres.setLabelsEnabled(False)
    shrink_markers(centres)
    layers = [centres, plain(open_table(run_folder, "districts"), BORDER), settlements,
              plain(open_table(run_folder, "districts"), LAND)]
    return Panel(name, layers)


def place(layout, item, left, top, size=None):
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(left, top, QgsUnitTypes.LayoutMillimeters))
    if size:
        item.attemptResize(QgsLayoutSize(*size, QgsUnitTypes.LayoutMillimeters))
    return item


def font(points, weight=QFont.Normal):
    result = QFont("Sans Serif")
    result.setPointSizeF(points)
    result.setWeight(weight)
    return result


def write(layout, text, box, style):
    """Text in a box (left, top, width, height); style: points, weight, colour."""
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    points, weight, colour = style
    label.setFont(font(points, weight))
    label.setFontColor(colour)
    label.setVAlign(Qt.AlignVCenter)
    return place(layout, label, box[0], box[1], box[2:])


def fitted(extent):
    """The extent grown to the proportions of the map's frame."""
    width, height = MAP_MM
    unit = max(extent.width() / width, extent.height() / height)
    return QgsRectangle.fromCenterAndSize(extent.center(), unit * width, unit * height)


def add_map(layout, panel, left):
    item = QgsLayoutItemMap(layout)
    place(layout, item, left, MAP_TOP_MM, MAP_MM)
    item.setCrs(QgsCoordinateReferenceSystem(picture.DRAWING_CRS))
    item.setLayers(panel.layers)
    item.setKeepLayerSet(True)
    item.setBackgroundEnabled(False)
    item.setExtent(fitted(picture.drawing_extent(panel.layers[-1:])))
    return item


def add_scale_bar(layout, map_item):
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(map_item)
    bar.setUnits(QgsUnitTypes.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(50)
    bar.setFont(font(7))
    bar.setFontColor(GREY)
    bar.setLineColor(GREY)
    bar.update()
    place(layout, bar, LEFT_MM[1] + MAP_MM[0] - 48, MAP_TOP_MM + MAP_MM[1] - 8)


def legend_entries(panel):
    """(marker, words) of each band, then of each kind of centre on the map."""
    centres, _, settlements, _ = panel.layers
    for category in settlements.renderer().categories():
        marker = category.symbol().clone()
        marker.symbolLayer(0).setDataDefinedProperties(QgsPropertyCollection())
        marker.setSize(BAND_MARKER_MM)
        yield marker, category.label()
    shown = centres.uniqueValues(centres.fields().lookupField("status"))
    for category in centres.renderer().categories():
        if category.value() in shown:
            yield category.symbol().clone(), category.label() + " centre"


def add_legend(layout, panel):
    """One row below the maps."""
    top = MAP_TOP_MM + MAP_MM[1] + 3
    write(layout, "Minutes", (LEFT_MM[0], top, 16, 6), (8.5, QFont.DemiBold, INK))
    left = LEFT_MM[0] + 18
    for marker, label in legend_entries(panel):
        item = QgsLayoutItemMarker(layout)
        item.setSymbol(marker)
        layout.addLayoutItem(item)
        item.setReferencePoint(QgsLayoutItem.Middle)
        item.attemptMove(QgsLayoutPoint(left, top + 3, QgsUnitTypes.LayoutMillimeters))
        width = 7 + 1.65 * len(label)
        write(layout, label, (left + 3.5, top, width, 6), (8.5, QFont.Normal, INK))
        left += width + 4


def make_layout(project, run_folder, panels):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(*PAGE_MM, QgsUnitTypes.LayoutMillimeters))
    told = words.Words(run_folder)
    write(layout, told.title(), (6, 4, 308, 11), (19, QFont.Bold, INK))
    write(layout, told.subtitle(), (6, 14.5, 308, 7), (9.5, QFont.Normal, GREY))
    for panel, left in zip(panels, LEFT_MM):
        heading, figure = told.panel(panel.name, panel.layers[0].featureCount())
        write(layout, heading, (left, 23, MAP_MM[0], 8), (13, QFont.DemiBold, INK))
        write(layout, figure, (left, 30.5, MAP_MM[0], 6), (9.5, QFont.Normal, GREY))
        map_item = add_map(layout, panel, left)
    add_scale_bar(layout, map_item)
    add_legend(layout, panels[-1])
    write(layout, told.source(), (6, PAGE_MM[1] - 16, 308, 14), (6.5, QFont.Normal, GREY))
    return layout


def draw(run_folder, path):
    """Writes the picture; nothing where the run has no GeoPackage with settlements and centres."""
    tables = [open_table(run_folder, table) for table in ("settlements", "centres", "districts")]
    if not all(tables) or not band_columns(tables[0]):
        return
    names = [column.removeprefix("band_") for column in band_columns(tables[0])]
    project = QgsProject.instance()
    panels = [make_panel(run_folder, name) for name in dict.fromkeys((names[0], names[-1]))]
    for panel in panels:
        project.addMapLayers(panel.layers, False)
    layout = make_layout(project, run_folder, panels)
    QgsLayoutExporter(layout).renderPageToImage(0, QSize(), DPI).save(str(path))
    project.clear()
