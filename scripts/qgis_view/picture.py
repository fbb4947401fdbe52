"""Drawing layers to a picture, and telling whether something is on it."""

from qgis.core import (QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsExpressionContext,
                       QgsExpressionContextUtils, QgsMapRendererParallelJob, QgsMapSettings,
                       QgsProject, QgsRectangle)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

SIZE = QSize(1200, 900)
PAPER = QColor("#ffffff")
DRAWING_CRS = "EPSG:3857"
MARGIN = 1.05
FEWEST_PIXELS = 30  # a few settlements


def drawing_extent(layers):
    """The box of all layers in the CRS that is drawn."""
    crs = QgsCoordinateReferenceSystem(DRAWING_CRS)
    extent = QgsRectangle()
    for layer in layers:
        to_drawing = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
        extent.combineExtentWith(to_drawing.transformBoundingBox(layer.extent()))
    extent.scale(MARGIN)
    return extent


def draw(layers, path):
    """Writes the layers, the first on top, as a PNG file; returns the image."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(DRAWING_CRS))
    settings.setExtent(drawing_extent(layers))
    return draw_map(settings, path)


def draw_map(settings, path):
    """Writes the map as a PNG file of the usual size; returns the image."""
    settings.setOutputSize(SIZE)
    settings.setOutputDpi(120)
    settings.setBackgroundColor(PAPER)
    expressions = QgsExpressionContext()
    expressions.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))  # @map_scale
    settings.setExpressionContext(expressions)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(str(path))
    return image


def is_blank(image):
    """True when next to no pixel differs from the paper."""
    grey = image.convertToFormat(QImage.Format_Grayscale8)
    bits = grey.constBits()
    bits.setsize(grey.sizeInBytes())
    content = bytes(bits)
    return len(content) - content.count(0xFF) < FEWEST_PIXELS
