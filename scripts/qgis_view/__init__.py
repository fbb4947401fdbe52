"""What scripts/check-qgis does inside QGIS."""
