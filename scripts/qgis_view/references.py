"""Pictures held against reference pictures."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

WIDTH = 400
# A pixel differs when one of its colours does by more than this, of 255: less is what another
# rasteriser of text and edges makes.
COLOUR_STEP = 60
# Pixels that may differ, as a share of those of their kind in the reference: of all that are not
# paper, and of those in colour, which are few beside lines and letters but are what the map says.
TOLERANCE = 0.03
COLOUR_TOLERANCE = 0.1
PATTERNS = ("theme *.png", "layout.png")


def small(path):
    image = QImage(str(path)).convertToFormat(QImage.Format_RGB32)
    return image.scaledToWidth(WIDTH, Qt.SmoothTransformation)


def pixels(image):
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    content = bytes(bits)
    return [content[at:at + 3] for at in range(0, len(content), 4)]


def step(a, b):
    return max(abs(x - y) for x, y in zip(a, b))


def in_colour(pixel):
    return max(pixel) - min(pixel) > COLOUR_STEP


def differs(image, reference):
    """More than other machines' edges and letters make."""
    if image.size() != reference.size():
        return True
    now, then = pixels(image), pixels(reference)
    differing = [(a, b) for a, b in zip(now, then) if a != b and step(a, b) > COLOUR_STEP]
    n_ink = sum(1 for pixel in then if pixel != b"\xff\xff\xff")
    n_colour = sum(1 for pixel in then if in_colour(pixel))
    n_colour_differing = sum(1 for a, b in differing if in_colour(a) or in_colour(b))
    return (len(differing) > TOLERANCE * n_ink
            or n_colour_differing > COLOUR_TOLERANCE * n_colour)


def drawn(pictures):
    return sorted(path for pattern in PATTERNS for path in pictures.glob(pattern))


def save(pictures, references):
    references.mkdir(parents=True, exist_ok=True)
    for path in drawn(pictures):
        image = small(path).convertToFormat(QImage.Format_Indexed8, Qt.AvoidDither)
        image.save(str(references / path.name), "PNG", 0)


def compare(pictures, references):
    """A fault for each picture that is not as its reference, or lacks one."""
    names = {path.name for path in drawn(pictures)}
    wanted = {path.name for path in references.glob("*.png")}
    faults = [f"{name}: there is a picture or a reference, not both" for name in names ^ wanted]
    for name in sorted(names & wanted):
        reference = QImage(str(references / name)).convertToFormat(QImage.Format_RGB32)
        if differs(small(pictures / name), reference):
            faults.append(f"{name}: it is not as the reference picture")
    return sorted(faults)
