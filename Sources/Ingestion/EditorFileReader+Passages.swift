import DossierModel

extension EditorFileReader {
  /// The article at `path`, which `tree` gives; notes a fault if there is none.
  mutating func find(
    _ path: String, _ tree: YAMLTree
  ) -> (path: String, entry: ArticleDirectory.Entry)? {
    if let found = directory.entry(at: path) { return found }
    var guess = ""
    if guesses > 0 {
      guesses -= 1
      guess =
        directory.nearest(to: path).map { "; did you mean \"\(excerpt($0, limit: 200))\"?" } ?? ""
    }
    reader.fault(
      tree,
      guess.isEmpty
        ? "there is no article \"\(excerpt(path, limit: 200))\"; articles are named by their path in "
          + "the articles folder, with the extension"
        : "there is no article \"\(excerpt(path, limit: 200))\"" + guess)
    return nil
  }

  /// The passage that an entry names by `article` with `start` and `end`, or with `exact`.
  mutating func passage(_ entry: Entry) -> Passage? {
    guard let tree = entry["article"] else {
      reader.fault(entry.tree, "\"article\" is missing: in which article do the words stand?")
      return nil
    }
    guard let path = reader.text(entry, "article"), let found = find(path.value, tree) else {
      return nil
    }
    let exact = reader.text(entry, "exact")
    let start = reader.count(entry, "start")
    let end = reader.count(entry, "end")
    let occurrence = reader.count(entry, "occurrence")
    for key in ["exact", "start", "end", "occurrence"] where entry[key] != nil {
      // A fault that is noted already.
      let isRead =
        switch key {
        case "exact": exact != nil
        case "start": start != nil
        case "end": end != nil
        default: occurrence != nil
        }
      if !isRead { return nil }
    }
    guard case .article(let article) = found.entry else { return nil }
    if excluded.contains(found.path) {
      reader.fault(
        entry.tree,
        "\"\(excerpt(found.path, limit: 200))\" is excluded; this decision has no effect",
        .warning, code: "excluded")
      return nil
    }
    if (start == nil) != (end == nil) {
      reader.fault(entry.tree, "\"start\" and \"end\" go together; one is missing")
      return nil
    }
    if exact == nil, start == nil {
      reader.fault(
        entry.tree,
        "which words? Give them as \"exact: …\", or by code points as \"start: …\" and \"end: …\"")
      return nil
    }
    if occurrence != nil, exact == nil || start != nil, let tree = entry["occurrence"] {
      reader.fault(tree, "\"occurrence\" goes with \"exact\" alone: \"start\" says already which")
      return nil
    }
    let finder = finders[article.id] ?? PassageFinder(article.text)
    finders[article.id] = finder
    if let start, let end, let tree = entry["start"] {
      guard start.value < end.value, let span = finder.span(start: start.value, end: end.value)
      else {
        reader.fault(
          tree,
          start.value < end.value
            ? "the text of \"\(found.path)\" has only \(finder.count) code points"
            : "\"end\" must be more than \"start\"")
        return nil
      }
      if let exact, !article.text.bytes[span.range].elementsEqual(exact.value.utf8) {
        reader.fault(
          tree,
          "\"start\" and \"end\" name \"\(excerpt(article.text[span]))\", not "
            + "\"\(excerpt(exact.value))\"" + place(of: exact.value, finder))
        return nil
      }
      return Passage(article.id, span)
    }
    guard let exact, let tree = entry["exact"] else { return nil }
    let places = finder.occurrences(of: exact.value)
    if places.isEmpty {
      var hint = ""
      if guesses > 0 {
        guesses -= 1
        if let there = finder.nearest(to: exact.value) {
          hint = "; it has \"\(excerpt(article.text[there]))\": copy the words exactly"
        }
      }
      reader.fault(
        tree, "\"\(found.path)\" has no words \"\(excerpt(exact.value))\"" + hint)
      return nil
    }
    if let occurrence, let tree = entry["occurrence"] {
      guard (1...places.count).contains(occurrence.value) else {
        reader.fault(
          tree,
          "\"occurrence\" must be from 1 to \(places.count): so often the words stand in "
            + "\"\(found.path)\"")
        return nil
      }
      return Passage(article.id, places[occurrence.value - 1])
    }
    guard places.count == 1, let place = places.first else {
      reader.fault(
        tree,
        "the words stand \(places.count) times in \"\(found.path)\"; say which with "
          + "\"occurrence: 1\" to \(places.count)")
      return nil
    }
    return Passage(article.id, place)
  }

  /// Where the words of a pinned passage stand, for a message.
  private mutating func place(of exact: String, _ finder: PassageFinder) -> String {
    guard guesses > 0 else { return "" }
    guesses -= 1
    let places = finder.occurrences(of: exact)
    guard places.count == 1, let only = places.first else { return "" }
    let range = finder.range(of: only)
    return
      "; these words stand at start: \(range.lowerBound), end: \(range.upperBound)"
  }
}
