import DossierModel

/// Reads the editor's files into one `EditorFile`, the articles at hand.
struct EditorFileReader {
  /// What was read without fault.
  private(set) var editorFile = EditorFile()
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []

  let directory: ArticleDirectory
  var finders: [Article.ID: PassageFinder] = [:]
  /// How many more faults are to be explained by a search for what was meant.
  var guesses = 24
  var reader = EntryReader(file: "", code: Self.code)
  /// The paths of the articles that are left out.
  var excluded: Set<String>

  // Where the decisions over one thing stand in their list.
  private var articles: [String: Int] = [:]
  private var actors: [String: Int] = [:]
  private var locations: [String: Int] = [:]
  private var events: [EventDecision.Subject: Int] = [:]
  private var quotations: [Passage: Int] = [:]
  private var claims: [ClaimKey: Int] = [:]
  private var mentions: [Passage: Int] = [:]
  private var dates: [Passage: Int] = [:]

  private struct ClaimKey: Hashable {
    var subject: ClaimDecision.Subject
    var sort: String
  }

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
      for part in EditorFileParts(text) {
        do throws(YAMLFault) {
          guard let tree = try YAMLTree.read(part.text, firstLine: part.firstLine),
            let entry = reader.entry(tree, .file, name: "the editor's file")
          else { continue }
          entries.append((entry, name))
          readHead(entry)
        } catch {
          reader.diagnostics.append(
            Diagnostic(
              .error, file: name, line: error.line, column: error.column, error.message,
              code: Self.code))
        }
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
    each(file, "corrections", of: "corrections") { $0.readCorrection($1) }
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
    actor.roles = reader.names(entry, "roles")
    actor.side = reader.optionalText(entry, "side")
    actor.wikidata = reader.wikidata(entry)
    actor.hide = reader.flag(entry, "hide")
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
    location.precision = reader.precision(entry)
    location.geonames = reader.optionalCount(entry, "geonames")
    location.statusNote = reader.text(entry, "statusNote")
    location.hide = reader.flag(entry, "hide")
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
    event.duration = reader.duration(entry)
    event.accounts = accounts(entry)
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
    event.split = reader.flag(entry, "split")
    event.contested = reader.flag(entry, "contested")
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

  /// How articles tell an event.
  private mutating func accounts(_ entry: Entry) -> [EventDecision.Account]? {
    guard let tree = entry["accounts"] else { return nil }
    var accounts: [EventDecision.Account] = []
    for item in reader.items(tree, "accounts", of: "articles with what they tell") {
      guard let account = reader.entry(item, .account, name: "an account") else { continue }
      guard let key = account["article"] else {
        reader.fault(item, "\"article\" is missing: whose account is this?")
        continue
      }
      let status = reader.choice(account, "status", EventStatus.self)
      let date = reader.edtf(account, "date")
      guard let path = reader.text(account, "article"), let found = find(path.value, key),
        case .article(let article) = found.entry
      else { continue }
      var decision = EventDecision.Account(article: article.id, position: account.position)
      (decision.status, decision.date) = (status, date)
      accounts.append(decision)
    }
    return accounts
  }

  private mutating func readQuotation(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .quotation, name: "a quotation") else { return }
    let passage = passage(entry)
    var quotation = QuotationDecision(position: entry.position, passage: passage ?? Self.nowhere)
    quotation.speakers = reader.names(entry, "speakers")
    quotation.kind = reader.choice(entry, "kind")
    quotation.integrity = reader.choice(entry, "integrity")
    quotation.chain = reader.names(entry, "chain")
    quotation.continues = reader.optionalQuotationID(entry, "continues")
    quotation.cue = reader.optionalText(entry, "cue")
    quotation.about = reader.eventIDs(entry, "about")
    quotation.date = reader.edtf(entry, "date")
    quotation.original = original(entry)
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

  /// The words of a quotation before they were translated.
  private mutating func original(_ entry: Entry) -> Decided<Quotation.Original?>? {
    guard let tree = entry["original"] else { return nil }
    if tree.isNull { return Decided(nil, at: reader.position(of: tree)) }
    guard let original = reader.entry(tree, .original, name: "\"original\"") else { return nil }
    if original["text"] == nil {
      reader.fault(tree, "\"text\" is missing: which words were said?")
    }
    let language = reader.language(original)
    let url = reader.address(original, "url")
    guard let text = reader.text(original, "text") else { return nil }
    return Decided(
      Quotation.Original(text: text.value, language: language?.value, url: url?.value ?? nil),
      at: original.position)
  }

  private mutating func readClaim(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .claim, name: "a claim") else { return }
    let subject: ClaimDecision.Subject?
    if entry["id"] != nil {
      subject = reader.claimID(entry, "id").map { .id($0.value) }
      for key in EntryKeys.evidence.known where entry[key] != nil {
        reader.fault(
          entry.tree, "a claim is named by \"id\" or by its words; \"\(key)\" is one too many")
        return
      }
    } else {
      subject = passage(entry).map { .passage($0) }
    }
    var claim = ClaimDecision(
      position: entry.position, subject: subject ?? .passage(Self.nowhere))
    claim.claimants = reader.names(entry, "claimants")
    claim.chain = reader.names(entry, "chain")
    claim.addressees = reader.names(entry, "addressees")
    claim.about = reader.eventIDs(entry, "about")
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
    guard let subject else { return }
    // One clause can hold several claims, told apart by what they are.
    let sort = claim.figure?.value.metric?.value.rawValue ?? claim.kind?.value.rawValue ?? ""
    let key = ClaimKey(subject: subject, sort: sort)
    if let index = claims[key] {
      editorFile.claims[index] = merged(editorFile.claims[index], claim)
    } else {
      claims[key] = editorFile.claims.count
      editorFile.claims.append(claim)
    }
  }

  private mutating func readMention(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .mention, name: "a mention") else { return }
    let passage = passage(entry)
    var mention = MentionDecision(position: entry.position, passage: passage ?? Self.nowhere)
    mention.actor = reader.optionalText(entry, "actor")
    mention.location = reader.optionalText(entry, "location")
    mention.label = reader.choice(entry, "label")
    mention.hide = reader.flag(entry, "hide")
    if ["actor", "location", "label", "hide"].allSatisfy({ entry[$0] == nil }) {
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
    if ["edtf", "duration", "relation", "hide"].allSatisfy({ entry[$0] == nil }) {
      reader.fault(tree, "\"edtf\" is missing: what date do the words mean?")
    }
    guard let passage else { return }
    var date = DateDecision(position: entry.position, passage: passage)
    date.edtf = reader.edtf(entry, "edtf")
    date.duration = reader.duration(entry)
    date.relation = reader.choice(entry, "relation")
    date.hide = reader.flag(entry, "hide")
    if let index = dates[passage] {
      editorFile.dates[index] = merged(editorFile.dates[index], date)
    } else {
      dates[passage] = editorFile.dates.count
      editorFile.dates.append(date)
    }
  }

  private mutating func readCorrection(_ tree: YAMLTree) {
    guard let entry = reader.entry(tree, .correction, name: "a correction") else { return }
    for key in ["date", "text"] where entry[key] == nil {
      reader.fault(
        tree, "\"\(key)\" is missing: a correction is {date: 2031-06-01, pages: […], text: …}")
    }
    let date = reader.day(entry, "date")
    let pages = reader.names(entry, "pages") ?? []
    guard let text = reader.text(entry, "text"), let date = date?.value else { return }
    editorFile.corrections.append(
      CorrectionDecision(position: entry.position, date: date, pages: pages, text: text.value))
  }
}
