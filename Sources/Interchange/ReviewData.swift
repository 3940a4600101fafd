import DossierModel

/// The review list as data: an object for each item.
public struct ReviewData {
  /// Where a passage stands in its file, with the words around it.
  public struct Place: Sendable {
    /// The file, as the user names it.
    public var file: String
    /// The line, from 1; `nil` where the file words the passage otherwise.
    public var line: Int?
    /// The column in code points, from 1.
    public var column: Int?
    /// What its sentence says before.
    public var before: String
    /// What its sentence says after.
    public var after: String

    /// A place in `file`.
    public init(
      file: String, line: Int? = nil, column: Int? = nil, before: String = "", after: String = ""
    ) {
      (self.file, self.line, self.column) = (file, line, column)
      (self.before, self.after) = (before, after)
    }
  }

  /// The object of `item`, on one line; `places` are those of its passages, which `codePoints` and
  /// `words` tell the place and the text of.
  public static func line(
    _ item: ReviewItem, places: [Place], codePoints: (Passage) -> Range<Int>,
    words: (Passage) -> String
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string(item.id)
      json.key("kind")
      json.string(item.kind.rawValue)
      json.key("subject")
      write(item.subject, &json)
      json.key("title")
      json.string(item.title)
      json.key("weight")
      json.integer(item.weight)
      json.key("passages")
      json.array(zip(item.passages, places)) { json, pair in
        let (passage, place) = pair
        let range = codePoints(passage)
        json.object { json in
          json.key("file")
          json.string(place.file)
          json.key("line")
          json.integer(place.line)
          json.key("column")
          json.integer(place.column)
          json.key("article")
          json.string(passage.article.rawValue)
          json.key("start")
          json.integer(range.lowerBound)
          json.key("end")
          json.integer(range.upperBound)
          json.key("exact")
          json.string(words(passage))
          json.key("before")
          json.string(place.before)
          json.key("after")
          json.string(place.after)
        }
      }
      json.key("proposals")
      json.array(item.proposals) { json, proposal in
        json.object { json in
          json.key("meaning")
          json.string(proposal.meaning.rawValue)
          json.key("value")
          json.string(proposal.value)
          json.key("lines")
          json.array(proposal.lines) { $0.string($1) }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ subject: ReviewItem.Subject, _ json: inout JSONWriter) {
    let (kind, id): (String, String?) =
      switch subject {
      case .article(let id): ("article", id.rawValue)
      case .event(let id): ("event", id.rawValue)
      case .quotation(let id): ("quotation", id.rawValue)
      case .actor(let id): ("actor", id.rawValue)
      case .words: ("words", nil)
      }
    json.object { json in
      json.key("kind")
      json.string(kind)
      json.key("id")
      json.string(id)
    }
  }
}
