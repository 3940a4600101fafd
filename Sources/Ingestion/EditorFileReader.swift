import DossierModel

/// The articles as the editor's file can name them.
struct ArticleDirectory {
  /// What a path leads to.
  enum Entry {
    case article(Article)
    /// A file that is no article of the dossier; why stands in a diagnostic of its own.
    case leftOut
  }

  private var entries: [String: (path: String, entry: Entry)] = [:]

  init() {}

  /// Adds the article at `path`.
  mutating func add(_ path: ArticlePath, _ entry: Entry) {
    entries[path.composed] = (path.text, entry)
  }

  /// What `path` leads to; letters count as one whether composed or not.
  func entry(at path: String) -> (path: String, entry: Entry)? {
    entries[ArticlePath(text: path).composed]
  }

  /// The path that `path` was probably meant to be.
  func nearest(to path: String) -> String? {
    let paths = entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    // A path without its extension, or without its folder, is as near as can be.
    return paths.first { candidate in
      candidate.hasPrefix(path + ".") || candidate.hasSuffix("/" + path)
    } ?? Nearest.word(to: path, among: paths)
  }
}

/// Reads the editor's files into one `EditorFile`, the articles at hand.
struct EditorFileReader {
  /// What was read without fault.
  private(set) var editorFile = EditorFile()
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []

  private let directory: ArticleDirectory
  private var finders: [Article.ID: PassageFinder] = [:]
  /// How many more faults are to be explained by a search for what was meant.
  private var guesses = 24
  private var reader = EntryReader(file: "", code: Self.code)
  /// The paths of the articles that are left out.
  private var excluded: Set<String>

  // Where the decisions over one thing stand in their list.
  private var articles: [String: Int] = [:]
  private var actors: [String: Int] = [:]
  private var locations: [String: Int] = [:]
  private var events: [EventDecision.Subject: Int] = [:]
  private var quotations: [Passage: Int] = [:]
  private var claims: [Passage: Int] = [:]
  private var mentions: [Passage: Int] = [:]
  private var dates: [Passage: Int] = [:]

  private static let code = "editor-file"

  /// A reader of files that speak of the articles in `directory`, of which those at the paths
  /// `excluded` exclude themselves.
  init(directory: ArticleDirectory, excluded: Set<String> = []) {
    (self.directory, self.excluded) = (directory, excluded)
  }

  /// Reads the texts of the files, with what the user calls them.
  mutating func read(_ files: [(text: ArraySlice<UInt8>, name: String)]) {
    var entries: [(entry: Entry, name: String)] = []
    // The articles of all files first: what is excluded must be known to the rest.
    for (text, name) in files {
      reader = EntryReader(file: name, code: Self.code)
      do throws(YAMLFault) {
        if let tree = try YAMLTree.read(text),
          let entry = reader.entry(tree, .file, name: "the editor's file")
        {
          entries.append((entry, name))
          readHead(entry)
        }
      } catch {
        reader.diagnostics.append(
          Diagnostic(
            .error, file: name, line: error.line, column: error.column, error.message,
            code: Self.code))
      }
      diagnostics += reader.diagnostics
    }
    for (entry, name) in entries {
      reader = EntryReader(file: name, code: Self.code)
      readDecisions(entry)
      diagnostics += reader.diagnostics
    }
  }

  private mutating func readHead(_ file: Entry) {
    if let tree = file["title"], !tree.isNull {
      editorFile.title = settle(
        editorFile.title, reader.text(file, "title"), "title", "the dossier")
    }
    if let tree = file["language"], !tree.isNull {
      editorFile.language = settle(
        editorFile.language, reader.language(file), "language", "the dossier")
    }
    if let tree = file["articles"] { readArticles(tree) }
  }

  private mutating func readDecisions(_ file: Entry) {
    each(file, "actors", of: "actors") { $0.readActor($1) }
    each(file, "locations", of: "locations") { $0.readLocation($1) }
    each(file, "separate", of: "lists of names") { $0.readSeparation($1) }
    each(file, "events", of: "events") { $0.readEvent($1) }
    each(file, "quotations", of: "quotations") { $0.readQuotation($1) }
    each(file, "claims", of: "claims") { $0.readClaim($1) }
    each(file, "mentions", of: "mentions") { $0.readMention($1) }
    each(file, "dates", of: "dates") { $0.readDate($1) }
  }

  private mutating func each(
    _ file: Entry, _ key: String, of what: String, _ read: (inout Self, YAMLTree) -> Void
  ) {
    guard let tree = file[key] else { return }
    for item in reader.items(tree, key, of: what) { read(&self, item) }
  }

  // MARK: Sections

  private mutating func readArticles(_ tree: YAMLTree) {
    if tree.isNull { return }
    guard case .mapping(let pairs) = tree.content else {
      reader.fault(tree, "\"articles\" must be paths with keys, not \(tree.description)")
      return
    }
    for (key, value) in pairs {
      guard let path = key.text else {
        reader.fault(key, "an article's path must be a text, not \(key.description)")
        continue
      }
      guard let found = find(path, key) else { continue }
      if value.isNull { continue }
      guard let entry = reader.entry(value, .article, name: "an article") else { continue }
      var decision = reader.article(entry, file: found.path)
      decision.position = reader.position(of: key)
      switch decision.exclude?.value {
      case true?: excluded.insert(found.path)
      case false?: excluded.remove(found.path)
      case nil: break
      }
      if let index = articles[found.path] {
        editorFile.articles[index] = merged(editorFile.articles[index], decision)
      } else {
        articles[found.path] = editorFile.articles.count
        editorFile.articles.append(decision)
      }
    }
  }

  private mutating func readActor(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .actor, name: "an actor") else { return }
    let name = name(entry)
    var actor = ActorDecision(position: entry.position, name: name ?? Self.nobody(entry))
    actor.aliases = reader.names(entry, "aliases")
    actor.kind = reader.choice(entry, "kind")
    actor.country = reader.country(entry)
    actor.wikidata = reader.wikidata(entry)
    actor.note = reader.text(entry, "note")
    guard let name else { return }
    if let index = actors[name.value] {
      editorFile.actors[index] = merged(editorFile.actors[index], actor)
    } else {
      actors[name.value] = editorFile.actors.count
      editorFile.actors.append(actor)
    }
  }

  private mutating func readLocation(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .location, name: "a location") else { return }
    let name = name(entry)
    var location = LocationDecision(position: entry.position, name: name ?? Self.nobody(entry))
    location.aliases = reader.names(entry, "aliases")
    location.kind = reader.choice(entry, "kind")
    let latitude = reader.degrees(entry, "latitude", limit: 90)
    let longitude = reader.degrees(entry, "longitude", limit: 180)
    if let latitude, let longitude {
      location.point = Decided(
        LocationDecision.Point(latitude: latitude.value, longitude: longitude.value),
        at: latitude.position)
    } else if entry["latitude"] == nil || entry["longitude"] == nil,
      let alone = entry["latitude"] ?? entry["longitude"]
    {
      reader.fault(alone, "\"latitude\" and \"longitude\" go together; one is missing")
    }
    location.country = reader.country(entry)
    location.statusNote = reader.text(entry, "statusNote")
    location.note = reader.text(entry, "note")
    guard let name else { return }
    if let index = locations[name.value] {
      editorFile.locations[index] = merged(editorFile.locations[index], location)
    } else {
      locations[name.value] = editorFile.locations.count
      editorFile.locations.append(location)
    }
  }

  /// The name that an actor or location must have.
  private mutating func name(_ entry: Entry) -> Decided<String>? {
    if entry["name"] == nil {
      reader.fault(entry.tree, "\"name\" is missing: whom or what is this about?")
    }
    return reader.text(entry, "name")
  }

  /// Stands for a name that is missing, so that the other keys are checked all the same.
  private static func nobody(_ entry: Entry) -> Decided<String> { Decided("", at: entry.position) }

  /// Stands for a passage that is missing.
  private static let nowhere = Passage(Article.ID(""), TextSpan(0, 0))

  private mutating func readSeparation(_ tree: YAMLTree) {
    guard case .sequence(let items) = tree.content else {
      reader.fault(
        tree,
        "\"separate\" lists lists of names, such as [[Ada Brenz, Ida Brenz]]; this is "
          + tree.description)
      return
    }
    var names: [Decided<String>] = []
    for item in items {
      guard let name = item.text, !item.isNull, !name.isEmpty else {
        reader.fault(item, "\"separate\" lists names; this is \(item.description)")
        return
      }
      if names.contains(where: { $0.value == name }) {
        reader.fault(item, "\"\(excerpt(name))\" cannot be kept apart from itself")
        return
      }
      names.append(Decided(name, at: reader.position(of: item)))
    }
    guard names.count >= 2 else {
      reader.fault(tree, "it takes two names or more to keep them apart")
      return
    }
    editorFile.separate.append(Separation(position: reader.position(of: tree), names: names))
  }

  private mutating func readEvent(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .event, name: "an event") else { return }
    let id = reader.eventID(entry, "id")
    if entry["id"] != nil, id == nil { return }
    let subject: EventDecision.Subject
    var isFound = true
    if EntryKeys.evidence.known.contains(where: { entry[$0] != nil }) {
      let passage = passage(entry)
      isFound = passage != nil
      subject = .evidence(passage ?? Self.nowhere)
    } else if let id {
      subject = .id(id.value)
    } else {
      subject = .new
    }
    var event = EventDecision(position: entry.position, subject: subject)
    if case .evidence = subject { event.id = id }
    if let tree = entry["evidence"] {
      event.evidence = []
      for item in reader.items(tree, "evidence", of: "passages") {
        guard let place = reader.entry(item, .evidence, name: "a passage"),
          let passage = passage(place)
        else { continue }
        event.evidence?.append(Decided(passage, at: place.position))
      }
    }
    if subject == .new, entry["evidence"] == nil {
      reader.fault(
        tree,
        "an event without \"id\" and without a passage is a new one: give the words that tell it, "
          + "\"evidence: [{article: …, exact: …}]\"")
    }
    event.title = reader.text(entry, "title")
    event.type = reader.choice(entry, "type")
    if subject == .new, entry["type"] == nil {
      reader.fault(tree, "a new event needs a \"type\"")
    }
    event.status = reader.choice(entry, "status")
    event.date = reader.edtf(entry, "date")
    if let tree = entry["participants"] {
      event.participants = []
      for item in reader.items(tree, "participants", of: "participants") {
        guard let part = reader.entry(item, .participant, name: "a participant") else { continue }
        for key in EntryKeys.participant.known where part[key] == nil {
          reader.fault(item, "\"\(key)\" is missing: a participant is {actor: …, role: …}")
        }
        guard let actor = reader.text(part, "actor"),
          let role = reader.choice(part, "role", ParticipantRole.self)
        else { continue }
        event.participants?.append(
          EventDecision.Participant(actor: actor, role: role.value))
      }
    }
    event.locations = reader.names(entry, "locations")
    event.merge = reader.eventIDs(entry, "merge")
    event.partOf = reader.optionalEventID(entry, "partOf")
    event.hide = reader.flag(entry, "hide")
    event.review = reader.choice(entry, "review")
    event.note = reader.text(entry, "note")
    guard isFound else { return }
    if subject != .new, let index = events[subject] {
      editorFile.events[index] = merged(editorFile.events[index], event)
    } else {
      events[subject] = editorFile.events.count
      editorFile.events.append(event)
    }
  }

  private mutating func readQuotation(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .quotation, name: "a quotation") else { return }
    let passage = passage(entry)
    var quotation = QuotationDecision(position: entry.position, passage: passage ?? Self.nowhere)
    quotation.speakers = reader.names(entry, "speakers")
    quotation.kind = reader.choice(entry, "kind")
    quotation.integrity = reader.choice(entry, "integrity")
    quotation.chain = reader.names(entry, "chain")
    quotation.hide = reader.flag(entry, "hide")
    quotation.review = reader.choice(entry, "review")
    quotation.note = reader.text(entry, "note")
    guard let passage else { return }
    if let index = quotations[passage] {
      editorFile.quotations[index] = merged(editorFile.quotations[index], quotation)
    } else {
      quotations[passage] = editorFile.quotations.count
      editorFile.quotations.append(quotation)
    }
  }

  private mutating func readClaim(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .claim, name: "a claim") else { return }
    let passage = passage(entry)
    var claim = ClaimDecision(position: entry.position, passage: passage ?? Self.nowhere)
    claim.claimants = reader.names(entry, "claimants")
    claim.chain = reader.names(entry, "chain")
    claim.kind = reader.choice(entry, "kind")
    claim.modality = reader.choice(entry, "modality")
    claim.asOf = reader.edtf(entry, "asOf")
    if let tree = entry["figure"], let figure = reader.entry(tree, .figure, name: "\"figure\"") {
      var decision = ClaimDecision.Figure()
      decision.metric = reader.choice(figure, "metric")
      decision.victims = reader.optionalText(figure, "victims")
      decision.low = reader.optionalCount(figure, "low")
      decision.high = reader.optionalCount(figure, "high")
      decision.qualifier = reader.choice(figure, "qualifier")
      if let low = decision.low?.value, let high = decision.high?.value, low > high {
        reader.fault(tree, "\"low\" is \(low), more than \"high\", which is \(high)")
      }
      claim.figure = Decided(decision, at: figure.position)
    }
    claim.hide = reader.flag(entry, "hide")
    claim.review = reader.choice(entry, "review")
    claim.note = reader.text(entry, "note")
    guard let passage else { return }
    if let index = claims[passage] {
      editorFile.claims[index] = merged(editorFile.claims[index], claim)
    } else {
      claims[passage] = editorFile.claims.count
      editorFile.claims.append(claim)
    }
  }

  private mutating func readMention(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .mention, name: "a mention") else { return }
    let passage = passage(entry)
    var mention = MentionDecision(position: entry.position, passage: passage ?? Self.nowhere)
    mention.actor = reader.optionalText(entry, "actor")
    mention.location = reader.optionalText(entry, "location")
    if entry["actor"] == nil, entry["location"] == nil {
      reader.fault(tree, "\"actor\" or \"location\" is missing: what do the words name?")
    }
    guard let passage else { return }
    if let index = mentions[passage] {
      editorFile.mentions[index] = merged(editorFile.mentions[index], mention)
    } else {
      mentions[passage] = editorFile.mentions.count
      editorFile.mentions.append(mention)
    }
  }

  private mutating func readDate(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .date, name: "a date") else { return }
    let passage = passage(entry)
    if entry["edtf"] == nil {
      reader.fault(tree, "\"edtf\" is missing: what date do the words mean?")
    }
    guard let edtf = reader.edtf(entry, "edtf"), let passage else { return }
    let date = DateDecision(position: entry.position, passage: passage, edtf: edtf)
    if let index = dates[passage] {
      editorFile.dates[index] = merged(editorFile.dates[index], date)
    } else {
      dates[passage] = editorFile.dates.count
      editorFile.dates.append(date)
    }
  }

  // MARK: Articles and passages

  /// The article at `path`, which `tree` gives; notes a fault if there is none.
  private mutating func find(
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
  private mutating func passage(_ entry: Entry) -> Passage? {
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
            + "\"\(excerpt(exact.value))\"")
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
        if let there = finder.resembling(exact.value) {
          hint = "; it has \"\(excerpt(there))\": copy the words exactly"
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

  // MARK: Several decisions over one thing

  /// What two decisions say together; notes a fault where they differ.
  private mutating func settle<Value>(
    _ first: Decided<Value>?, _ second: Decided<Value>?, _ key: String, _ thing: String
  ) -> Decided<Value>? {
    guard let first else { return second }
    if let second, first.value != second.value {
      contradiction(key, thing, first.position, second.position)
    }
    return first
  }

  private mutating func contradiction(
    _ key: String, _ thing: String, _ first: SourcePosition, _ second: SourcePosition
  ) {
    reader.diagnostics.append(
      Diagnostic(
        .error, file: second.file, line: second.line, column: second.column,
        "\"\(key)\" of \(thing) is decided otherwise at \(first); keep one of the two",
        code: "contradiction"))
  }

  /// The same for lists, which must have the same items in the same order.
  private mutating func settle<Value>(
    _ first: [Decided<Value>]?, _ second: [Decided<Value>]?, _ key: String, _ thing: String,
    _ firstPosition: SourcePosition, _ secondPosition: SourcePosition
  ) -> [Decided<Value>]? {
    guard let first else { return second }
    if let second, first.map(\.value) != second.map(\.value) {
      contradiction(
        key, thing, first.first?.position ?? firstPosition,
        second.first?.position ?? secondPosition)
    }
    return first
  }

  /// Lists that add up.
  private func union<Value>(_ first: [Decided<Value>]?, _ second: [Decided<Value>]?)
    -> [Decided<Value>]?
  {
    guard let first else { return second }
    let known = Set(first.map(\.value))
    return first + (second ?? []).filter { !known.contains($0.value) }
  }

  private mutating func merged(_ a: ArticleDecision, _ b: ArticleDecision) -> ArticleDecision {
    let thing = "\"\(excerpt(a.file, limit: 200))\""
    var result = a
    result.published = settle(a.published, b.published, "published", thing)
    result.title = settle(a.title, b.title, "title", thing)
    result.publisher = settle(a.publisher, b.publisher, "publisher", thing)
    result.author = settle(a.author, b.author, "author", thing)
    result.url = settle(a.url, b.url, "url", thing)
    result.language = settle(a.language, b.language, "language", thing)
    result.translated = settle(a.translated, b.translated, "translated", thing)
    result.note = settle(a.note, b.note, "note", thing)
    result.exclude = settle(a.exclude, b.exclude, "exclude", thing)
    return result
  }

  private mutating func merged(_ a: ActorDecision, _ b: ActorDecision) -> ActorDecision {
    let thing = "\"\(excerpt(a.name.value))\""
    var result = a
    result.aliases = union(a.aliases, b.aliases)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.country = settle(a.country, b.country, "country", thing)
    result.wikidata = settle(a.wikidata, b.wikidata, "wikidata", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  private mutating func merged(_ a: LocationDecision, _ b: LocationDecision) -> LocationDecision {
    let thing = "\"\(excerpt(a.name.value))\""
    var result = a
    result.aliases = union(a.aliases, b.aliases)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.point = settle(a.point, b.point, "latitude", thing)
    result.country = settle(a.country, b.country, "country", thing)
    result.statusNote = settle(a.statusNote, b.statusNote, "statusNote", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  private mutating func merged(_ a: EventDecision, _ b: EventDecision) -> EventDecision {
    let thing = if case .id(let id) = a.subject { "the event \(id)" } else { "this event" }
    var result = a
    result.id = settle(a.id, b.id, "id", thing)
    result.evidence = union(a.evidence, b.evidence)
    result.title = settle(a.title, b.title, "title", thing)
    result.type = settle(a.type, b.type, "type", thing)
    result.status = settle(a.status, b.status, "status", thing)
    result.date = settle(a.date, b.date, "date", thing)
    if let mine = a.participants, let others = b.participants {
      if mine.map({ [$0.actor.value, $0.role.rawValue] })
        != others.map({ [$0.actor.value, $0.role.rawValue] })
      {
        contradiction("participants", thing, a.position, b.position)
      }
    } else {
      result.participants = a.participants ?? b.participants
    }
    result.locations = settle(a.locations, b.locations, "locations", thing, a.position, b.position)
    result.merge = union(a.merge, b.merge)
    result.partOf = settle(a.partOf, b.partOf, "partOf", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.review = settle(a.review, b.review, "review", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  private mutating func merged(_ a: QuotationDecision, _ b: QuotationDecision) -> QuotationDecision
  {
    let thing = "this quotation"
    var result = a
    result.speakers = settle(a.speakers, b.speakers, "speakers", thing, a.position, b.position)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.integrity = settle(a.integrity, b.integrity, "integrity", thing)
    result.chain = settle(a.chain, b.chain, "chain", thing, a.position, b.position)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.review = settle(a.review, b.review, "review", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  private mutating func merged(_ a: ClaimDecision, _ b: ClaimDecision) -> ClaimDecision {
    let thing = "this claim"
    var result = a
    result.claimants = settle(a.claimants, b.claimants, "claimants", thing, a.position, b.position)
    result.chain = settle(a.chain, b.chain, "chain", thing, a.position, b.position)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.modality = settle(a.modality, b.modality, "modality", thing)
    result.asOf = settle(a.asOf, b.asOf, "asOf", thing)
    if var figure = a.figure, let other = b.figure?.value {
      let mine = figure.value
      figure.value.metric = settle(mine.metric, other.metric, "metric", thing)
      figure.value.victims = settle(mine.victims, other.victims, "victims", thing)
      figure.value.low = settle(mine.low, other.low, "low", thing)
      figure.value.high = settle(mine.high, other.high, "high", thing)
      figure.value.qualifier = settle(mine.qualifier, other.qualifier, "qualifier", thing)
      result.figure = figure
    } else {
      result.figure = a.figure ?? b.figure
    }
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.review = settle(a.review, b.review, "review", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  private mutating func merged(_ a: MentionDecision, _ b: MentionDecision) -> MentionDecision {
    let thing = "these words"
    var result = a
    result.actor = settle(a.actor, b.actor, "actor", thing)
    result.location = settle(a.location, b.location, "location", thing)
    return result
  }

  private mutating func merged(_ a: DateDecision, _ b: DateDecision) -> DateDecision {
    var result = a
    result.edtf = settle(a.edtf, b.edtf, "edtf", "these words") ?? a.edtf
    return result
  }
}
