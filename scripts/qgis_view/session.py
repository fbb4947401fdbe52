"""QGIS without a screen: start, end, places for pictures, words at the end."""

import contextlib
import pathlib
import shutil
import tempfile


@contextlib.contextmanager
def qgis():
    """QGIS running, with a profile of its own that is thrown away."""
    from qgis.core import QgsApplication, QgsSettings
    from qgis.PyQt.QtGui import QFont

    with tempfile.TemporaryDirectory(prefix="check-qgis-") as profile:
        application = QgsApplication([], False, profile)
        application.initQgis()
        # Which fonts a machine has must not change the pictures; this one comes with fontconfig.
        QFont.insertSubstitution("Sans Serif", "DejaVu Sans")
        # Else QGIS switches each GeoPackage to another journal, which readers side by side upset.
        QgsSettings().setValue("qgis/walForSqlite3", False)
        try:
            yield application
        finally:
            application.exitQgis()


@contextlib.contextmanager
def copy_of(folder):
    """A copy of the folder's files, as QGIS writes into a GeoPackage that it opens."""
    with tempfile.TemporaryDirectory(prefix="check-qgis-") as parent:
        copy = pathlib.Path(parent) / "run"
        copy.mkdir()
        for path in folder.iterdir():
            if path.is_file():
                shutil.copy(path, copy)
        yield copy


@contextlib.contextmanager
def picture_folder(wanted):
    """The folder the user named, or one that is thrown away."""
    if wanted:
        wanted.mkdir(parents=True, exist_ok=True)
        yield wanted
        return
    with tempfile.TemporaryDirectory(prefix="check-qgis-") as folder:
        yield pathlib.Path(folder)


def report(run_folder, layers, faults):
    """One line a layer, then one line a fault."""
    for layer in layers:
        print(f"{layer.label}: {layer.map_layer.featureCount()} features, "
              f"{layer.map_layer.renderer().type()}")
    for fault in faults:
        print(f"FAULT {fault}")
    if not faults:
        print(f"{run_folder}: all {len(layers)} layers open in QGIS as they should")
