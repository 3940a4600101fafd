import DossierModel

/// What one article says, as bytes and back.
///
/// A reading is only taken back if every span lies inside the article's text, every index points to
/// something, and every date is one: nothing that follows need fear a damaged file.
enum ReadingCodec {
  /// The bytes of `reading`; the identity of its article is not among them.
  static func bytes(of reading: ArticleReading) -> [UInt8] {
    var out = BinaryWriter()
    out.write(flag: reading.isAnalyzed)
    out.write(reading.language) { $0.write(text: $1) }
    out.write(reading.end) { $0.write(count: $1) }
    out.write(spans: reading.paragraphs)
    out.write(spans: reading.sentences)
    out.write(list: reading.actors) { $0.write($1) }
    out.write(list: reading.places) { $0.write($1) }
    out.write(list: reading.mentions) { $0.write($1) }
    out.write(list: reading.dates) { $0.write($1) }
    out.write(list: reading.quotations) { $0.write($1) }
    out.write(list: reading.claims) { $0.write($1) }
    out.write(list: reading.events) { $0.write($1) }
    return out.bytes
  }

  /// The reading of `article` that `bytes` write.
  static func reading(
    of article: Article, from bytes: [UInt8]
  ) throws(DamagedBytes) -> ArticleReading {
    var input = ReadingReader(bytes, length: article.text.bytes.count)
    var reading = ArticleReading(article: article.id)
    reading.isAnalyzed = try input.bytes.flag()
    reading.language = try input.text()
    let length = article.text.bytes.count
    reading.end = try input.bytes.optional { (input) throws(DamagedBytes) in
      try input.count(upTo: length)
    }
    reading.paragraphs = try input.spans()
    reading.sentences = try input.spans()
    reading.actors = try input.list { (input) throws(DamagedBytes) in try input.actor() }
    input.actors = reading.actors.count
    reading.places = try input.list { (input) throws(DamagedBytes) in try input.place() }
    input.places = reading.places.count
    reading.mentions = try input.list { (input) throws(DamagedBytes) in try input.mention() }
    reading.dates = try input.list { (input) throws(DamagedBytes) in try input.expression() }
    reading.quotations = try input.list { (input) throws(DamagedBytes) in try input.quotation() }
    reading.claims = try input.list { (input) throws(DamagedBytes) in try input.claim() }
    reading.events = try input.list { (input) throws(DamagedBytes) in try input.event() }
    try input.bytes.end()
    // These point to things that are read later.
    let (quotations, events) = (reading.quotations.count, reading.events.count)
    guard reading.quotations.allSatisfy({ ($0.continues ?? 0) < max(1, quotations) }),
      reading.claims.allSatisfy({ $0.about.allSatisfy { $0 < events } }),
      reading.events.allSatisfy({ ($0.partOf ?? 0) < max(1, events) && !$0.evidence.isEmpty })
    else { throw DamagedBytes() }
    return reading
  }
}

// MARK: Writing

extension BinaryWriter {
  fileprivate mutating func write(_ span: TextSpan) {
    write(count: span.start)
    write(count: span.end - span.start)
  }
  fileprivate mutating func write(spans: [TextSpan]) { write(list: spans) { $0.write($1) } }
  fileprivate mutating func write(indices: [Int]) { write(list: indices) { $0.write(count: $1) } }
  fileprivate mutating func write(index: Int?) { write(index) { $0.write(count: $1) } }
  fileprivate mutating func write(text: String?) { write(text) { $0.write(text: $1) } }

  fileprivate mutating func write(_ actor: ArticleReading.Actor) {
    write(text: actor.name)
    write(case: actor.kind)
    write(text: actor.country)
    write(text: actor.key)
    write(list: actor.roles) {
      $0.write(text: $1.text)
      $0.write($1.span)
    }
    write(list: actor.forms) { $0.write(text: $1) }
    write(actor.agreement.gender) { $0.write(case: $1) }
    write(actor.agreement.number) { $0.write(case: $1) }
  }

  fileprivate mutating func write(_ place: ArticleReading.Place) {
    write(text: place.name)
    write(case: place.kind)
    write(place.latitude) { $0.write(double: $1) }
    write(place.longitude) { $0.write(double: $1) }
    write(place.precision) { $0.write(integer: $1) }
    write(text: place.country)
    write(place.geonames) { $0.write(integer: $1) }
    write(text: place.key)
    write(list: place.forms) { $0.write(text: $1) }
  }

  fileprivate mutating func write(_ mention: ArticleReading.Mention) {
    write(mention.span)
    write(case: mention.label)
    write(index: mention.actor)
    write(index: mention.place)
    write(case: mention.resolution)
    write(text: mention.sieve)
  }

  fileprivate mutating func write(_ expression: TemporalExpression) {
    write(expression.span)
    write(expression.edtf) { $0.write($1) }
    write(text: expression.duration)
    write(case: expression.relation)
    write(case: expression.anchor)
    write(text: expression.rule)
  }

  fileprivate mutating func write(_ quotation: ArticleReading.Quotation) {
    write(quotation.span)
    write(case: quotation.kind)
    write(index: quotation.continues)
    write(indices: quotation.speakers)
    write(case: quotation.basis)
    write(text: quotation.sieve)
    write(quotation.cue) { $0.write($1) }
    write(case: quotation.integrity)
    write(indices: quotation.chain)
    write(quotation.date) { $0.write($1) }
  }

  fileprivate mutating func write(_ claim: ArticleReading.Claim) {
    write(claim.span)
    write(case: claim.kind)
    write(indices: claim.claimants)
    write(indices: claim.chain)
    write(case: claim.modality)
    write(claim.asOf) { $0.write($1) }
    write(claim.figure) {
      $0.write(case: $1.metric)
      $0.write(text: $1.victims)
      $0.write(index: $1.low)
      $0.write(index: $1.high)
      $0.write(case: $1.qualifier)
    }
    write(indices: claim.addressees)
    write(indices: claim.about)
    write(text: claim.sieve)
  }

  fileprivate mutating func write(_ event: ArticleReading.Event) {
    write(case: event.type)
    write(event.trigger)
    write(case: event.status)
    write(event.date.edtf) { $0.write($1) }
    write(text: event.date.duration)
    write(event.date.span) { $0.write($1) }
    write(case: event.date.basis)
    write(list: event.places) {
      $0.write(count: $1.place)
      $0.write(spans: $1.evidence)
    }
    write(list: event.participants) {
      $0.write(count: $1.actor)
      $0.write(case: $1.role)
      $0.write(spans: $1.evidence)
    }
    write(index: event.partOf)
    write(spans: event.evidence)
    write(indices: event.claimants)
    write(text: event.sieve)
  }

  fileprivate mutating func write(_ edtf: EDTF) {
    switch edtf.value {
    case .date(let date):
      write(count: 0)
      write(date)
    case .interval(let start, let end):
      write(count: 1)
      write(start) { $0.write($1) }
      write(end) { $0.write($1) }
    case .all(let dates):
      write(count: 2)
      write(list: dates) { $0.write($1) }
    case .oneOf(let dates):
      write(count: 3)
      write(list: dates) { $0.write($1) }
    }
  }

  private mutating func write(_ date: EDTF.Date) {
    write(integer: date.year)
    write(count: date.unspecifiedYearDigits)
    write(index: date.month)
    write(index: date.day)
    write(date.time) {
      $0.write(count: $1.hour)
      $0.write(count: $1.minute)
      $0.write(count: $1.second)
      $0.write($1.zone) { $0.write(integer: $1) }
    }
    write(date.qualifier) { $0.write(case: $1) }
  }
}

// MARK: Reading

/// Reads the parts of a reading, each against the bounds that it must keep.
private struct ReadingReader {
  var bytes: BinaryReader
  /// The bytes of the article's text.
  let length: Int
  /// How many actors and places there are, as soon as that is known.
  var (actors, places) = (0, 0)

  /// The largest whole number that a figure or an identity may be, and that JSON can hold exactly.
  private static let numberLimit = 1 << 53
  /// More things than an article can hold.
  private static let indexLimit = Int(Int32.max)

  init(_ bytes: [UInt8], length: Int) {
    (self.bytes, self.length) = (BinaryReader(bytes), length)
  }

  mutating func list<Value>(
    _ body: (inout ReadingReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    // Nothing takes less than a byte.
    let count = try bytes.count(upTo: bytes.rest)
    var values: [Value] = []
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func optional<Value>(
    _ body: (inout ReadingReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> Value? {
    try bytes.flag() ? try body(&self) : nil
  }

  mutating func span() throws(DamagedBytes) -> TextSpan {
    let start = try bytes.count(upTo: length)
    let count = try bytes.count(upTo: length - start)
    return TextSpan(start, start + count)
  }
  mutating func spans() throws(DamagedBytes) -> [TextSpan] {
    try list { (input) throws(DamagedBytes) in try input.span() }
  }
  mutating func optionalSpan() throws(DamagedBytes) -> TextSpan? {
    try optional { (input) throws(DamagedBytes) in try input.span() }
  }
  mutating func text() throws(DamagedBytes) -> String? {
    try optional { (input) throws(DamagedBytes) in try input.bytes.text() }
  }
  mutating func texts() throws(DamagedBytes) -> [String] {
    try list { (input) throws(DamagedBytes) in try input.bytes.text() }
  }
  mutating func index(of count: Int) throws(DamagedBytes) -> Int {
    if count == 0 { throw DamagedBytes() }
    return try bytes.count(upTo: count - 1)
  }
  mutating func indices(of count: Int) throws(DamagedBytes) -> [Int] {
    try list { (input) throws(DamagedBytes) in try input.index(of: count) }
  }
  mutating func number(upTo limit: Int) throws(DamagedBytes) -> Int? {
    try optional { (input) throws(DamagedBytes) in try input.bytes.count(upTo: limit) }
  }
  mutating func optionalCase<Value: CaseIterable>(
    _: Value.Type
  ) throws(DamagedBytes) -> Value? {
    try optional { (input) throws(DamagedBytes) in try input.bytes.case(Value.self) }
  }

  mutating func actor() throws(DamagedBytes) -> ArticleReading.Actor {
    var actor = ArticleReading.Actor(name: try bytes.text(), kind: try bytes.case())
    actor.country = try text()
    actor.key = try text()
    actor.roles = try list { (input) throws(DamagedBytes) in
      ArticleReading.Role(text: try input.bytes.text(), span: try input.span())
    }
    actor.forms = try texts()
    actor.agreement.gender = try optionalCase(ArticleReading.Agreement.Gender.self)
    actor.agreement.number = try optionalCase(ArticleReading.Agreement.Number.self)
    return actor
  }

  mutating func place() throws(DamagedBytes) -> ArticleReading.Place {
    var place = ArticleReading.Place(name: try bytes.text(), kind: try bytes.case())
    place.latitude = try degrees(90)
    place.longitude = try degrees(180)
    place.precision = try optional { (input) throws(DamagedBytes) in
      try input.bytes.integer(in: 1...7)
    }
    place.country = try text()
    place.geonames = try optional { (input) throws(DamagedBytes) in
      try input.bytes.integer(in: 0...Self.numberLimit)
    }
    place.key = try text()
    place.forms = try texts()
    return place
  }

  private mutating func degrees(_ limit: Double) throws(DamagedBytes) -> Double? {
    try optional { (input) throws(DamagedBytes) in try input.bytes.double(in: -limit...limit) }
  }

  mutating func mention() throws(DamagedBytes) -> ArticleReading.Mention {
    let words = try span()
    let label = try bytes.case(ArticleReading.Mention.Label.self)
    let actor = try optional { (input) throws(DamagedBytes) in try input.index(of: input.actors) }
    let place = try optional { (input) throws(DamagedBytes) in try input.index(of: input.places) }
    return ArticleReading.Mention(
      span: words, label: label, actor: actor, place: place, resolution: try bytes.case(),
      sieve: try bytes.text())
  }

  mutating func expression() throws(DamagedBytes) -> TemporalExpression {
    TemporalExpression(
      span: try span(), edtf: try edtf(), duration: try text(), relation: try bytes.case(),
      anchor: try bytes.case(), rule: try bytes.text())
  }

  mutating func quotation() throws(DamagedBytes) -> ArticleReading.Quotation {
    var quotation = ArticleReading.Quotation(span: try span(), kind: try bytes.case())
    quotation.continues = try number(upTo: Self.indexLimit)
    quotation.speakers = try indices(of: actors)
    quotation.basis = try bytes.case()
    quotation.sieve = try bytes.text()
    quotation.cue = try optionalSpan()
    quotation.integrity = try bytes.case()
    quotation.chain = try indices(of: actors)
    quotation.date = try edtf()
    return quotation
  }

  mutating func claim() throws(DamagedBytes) -> ArticleReading.Claim {
    var claim = ArticleReading.Claim(span: try span(), kind: try bytes.case())
    claim.claimants = try indices(of: actors)
    claim.chain = try indices(of: actors)
    claim.modality = try bytes.case()
    claim.asOf = try edtf()
    claim.figure = try optional { (input) throws(DamagedBytes) in
      Figure(
        metric: try input.bytes.case(), victims: try input.text(),
        low: try input.number(upTo: Self.numberLimit),
        high: try input.number(upTo: Self.numberLimit), qualifier: try input.bytes.case())
    }
    claim.addressees = try indices(of: actors)
    claim.about = try indices(of: Self.indexLimit)
    claim.sieve = try bytes.text()
    return claim
  }

  mutating func event() throws(DamagedBytes) -> ArticleReading.Event {
    var event = ArticleReading.Event(type: try bytes.case(), trigger: try span(), evidence: [])
    event.status = try bytes.case()
    event.date = ArticleReading.EventDate(
      edtf: try edtf(), duration: try text(), span: try optionalSpan(), basis: try bytes.case())
    event.places = try list { (input) throws(DamagedBytes) in
      ArticleReading.PlaceLink(
        place: try input.index(of: input.places), evidence: try input.spans())
    }
    event.participants = try list { (input) throws(DamagedBytes) in
      ArticleReading.Participation(
        actor: try input.index(of: input.actors), role: try input.bytes.case(),
        evidence: try input.spans())
    }
    event.partOf = try number(upTo: Self.indexLimit)
    event.evidence = try spans()
    event.claimants = try indices(of: actors)
    event.sieve = try bytes.text()
    return event
  }

  mutating func edtf() throws(DamagedBytes) -> EDTF? {
    try optional { (input) throws(DamagedBytes) in
      switch try input.bytes.count(upTo: 3) {
      case 0: return EDTF(.date(try input.date()))
      case 1:
        let start = try input.optional { (input) throws(DamagedBytes) in try input.date() }
        let end = try input.optional { (input) throws(DamagedBytes) in try input.date() }
        return EDTF(.interval(start, end))
      case 2: return EDTF(.all(try input.dates()))
      default: return EDTF(.oneOf(try input.dates()))
      }
    }
  }

  private mutating func dates() throws(DamagedBytes) -> [EDTF.Date] {
    try list { (input) throws(DamagedBytes) in try input.date() }
  }

  private mutating func date() throws(DamagedBytes) -> EDTF.Date {
    let year = try bytes.integer(in: -99_999...99_999)
    var date = EDTF.Date(year)
    date.unspecifiedYearDigits = try bytes.count(upTo: 2)
    date.month = try number(upTo: 24)
    date.day = try number(upTo: 31)
    date.time = try optional { (input) throws(DamagedBytes) in
      EDTF.Time(
        hour: try input.bytes.count(upTo: 23), minute: try input.bytes.count(upTo: 59),
        second: try input.bytes.count(upTo: 59),
        zone: try input.optional { (input) throws(DamagedBytes) in
          try input.bytes.integer(in: -900...900)
        })
    }
    date.qualifier = try optionalCase(EDTF.Qualifier.self)
    // Months are 1 to 12 and seasons 21 to 24; a day belongs to a month that has it.
    let isDated =
      switch (date.month, date.day) {
      case (nil, nil): true
      case (let month?, nil): (1...12).contains(month) || (21...24).contains(month)
      case (let month?, let day?): CalendarDate(year, month, day) != nil
      case (nil, _?): false
      }
    guard isDated else { throw DamagedBytes() }
    return date
  }
}
