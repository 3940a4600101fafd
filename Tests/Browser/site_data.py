"""What the tests look for in a site: read from its data, so that they hold for any dossier."""

import json
import pathlib


class SiteData:
    """The data of a built site and one page of every kind."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.data = json.loads((self.folder / "data/dossier.json").read_text(encoding="utf-8"))
        for kind in ("articles", "actors", "locations", "events", "quotations", "claims"):
            setattr(self, kind, self.data[kind])
        self.actor = {actor["id"]: actor for actor in self.actors}

    def text(self, article):
        """The text of the article with this id."""
        return (self.folder / "articles" / f"{article}.txt").read_bytes().decode("utf-8")

    @property
    def pages(self):
        """One page of every kind: the fullest of those that are one for each thing."""
        def fullest(items, size):
            return max(items, key=size)["page"] if items else None

        spoken = {}
        for quotation in self.quotations:
            for speaker in quotation["speakers"]:
                spoken[speaker] = spoken.get(speaker, 0) + 1
        told = {}
        for event in self.events:
            for location in event["locations"]:
                told[location["location"]] = told.get(location["location"], 0) + 1
        things = [
            fullest(self.events, lambda e: len(e["quotations"]) + len(e["claims"])),
            fullest(self.actors, lambda a: spoken.get(a["id"], 0)),
            fullest(self.locations, lambda l: told.get(l["id"], 0)),
            fullest(self.articles, lambda a: a["codePoints"]),
        ]
        lists = sorted(file.name for file in self.folder.glob("*.html"))
        deeper = []
        for folder in ("actors", "articles", "events", "locations"):
            found = sorted(self.folder.glob(f"{folder}/*/*.html"))
            deeper += [found[0].relative_to(self.folder).as_posix()] if found else []
        return lists + [page for page in things if page] + deeper
