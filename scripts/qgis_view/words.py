"""The words of the overview picture, from a run's summary and manifest."""

import json


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def percent(part, whole):
    return f"{100 * part / whole:.0f}%" if whole else "–"


class Words:
    def __init__(self, run_folder):
        self.summary = read_json(run_folder / "summary.json")
        self.manifest = read_json(run_folder / "manifest.json")

    def title(self):
        return self.summary.get("title", "Travel time to the nearest centre")

    def subtitle(self):
        parts = [self.summary.get("basis", ""), self.summary.get("population", "")]
        told = "; ".join(part for part in parts if part)
        return "Minutes to a centre" + (f": {told}" if told else "")

    def headline_set(self, name):
        sets = self.summary.get("headline", {}).get("sets", [])
        return next((entry for entry in sets if entry["name"] == name), {})

    def panel(self, name, n_centres):
        """Heading and line of figures of one set."""
        entry = self.headline_set(name)
        total = self.summary.get("headline", {}).get("total", {}).get("rural_women", 0)
        shares = [f"{percent(within['rural_women'], total)} within {within['minutes']:g}"
                  for within in entry.get("within", [])]
        figure = f"Rural women: {', '.join(shares)} minutes" if shares and total else ""
        return f"{name.capitalize()}: {n_centres} centres", figure

    def source(self):
        """What a reader must know of the data, then whose it is."""
        parts = [self.manifest.get("notice", ""), *self.manifest.get("attribution", [])]
        return " ".join(part.strip().rstrip(".") + "." for part in parts if part)
