/// A stretch of a page that the HTML wraps in an element and the Markdown leaves bare.
public struct Region: Hashable, Sendable {
  /// The elements that a region can be.
  public enum Tag: String, Sendable { case section, div, aside, header, footer, nav }

  /// Its lines in the Markdown, from 1, half-open.
  public var lines: Range<Int>
  /// The element.
  public var tag: Tag
  /// The class, for the style sheet; empty for none.
  public var className: String
  /// The id, unique on the page.
  public var id: String?
  /// The name that screen readers speak.
  public var label: String?
  /// The name of the figure that the HTML has before the lines, which say the same as a list or
  /// table.
  public var figure: String?
  /// Whether the figure follows the lines instead.
  public var figureFollows = false

  /// The `lines` as an element `tag`.
  public init(
    lines: Range<Int>, tag: Tag, className: String = "", id: String? = nil, label: String? = nil,
    figure: String? = nil
  ) {
    (self.lines, self.tag, self.className) = (lines, tag, className)
    (self.id, self.label, self.figure) = (id, label, figure)
  }
}

/// The id of a heading, which Markdown cannot say.
public struct HeadingID: Hashable, Sendable {
  /// The line of the heading in the Markdown, from 1.
  public var line: Int
  /// The id, unique on the page.
  public var id: String

  /// The heading on `line` is `id`.
  public init(line: Int, id: String) { (self.line, self.id) = (line, id) }
}

/// An article's text on its page, and what is marked in it.
public struct TextOverlay: Hashable, Sendable {
  /// The place of a quotation, or of another passage that pages cite, in the text.
  public struct Mark: Hashable, Sendable {
    /// The quotation's id; `nil` for a passage that is none, such as the evidence of an event, which
    /// is shown only when a link leads to it.
    public var quotation: String?
    /// The id of its place on the page, `c<start>-<end>` in code points.
    public var anchor: String
    /// The UTF-8 bytes in the text, half-open.
    public var span: Range<Int>
    /// The class of its element, for the style sheet; empty for none.
    public var className: String
    /// The small number after its end.
    public var note: Note?

    /// A mark over `span`.
    public init(
      quotation: String?, anchor: String, span: Range<Int>, className: String = "",
      note: Note? = nil
    ) {
      (self.quotation, self.anchor, self.span, self.note) = (quotation, anchor, span, note)
      self.className = className
    }
  }

  /// A small number after a quotation that leads to what is said about it.
  public struct Note: Hashable, Sendable {
    /// What is shown.
    public var sign: String
    /// Where it leads: a relative link, as in the Markdown.
    public var target: String
    /// What screen readers speak.
    public var label: String

    /// The `sign` that leads to `target`.
    public init(sign: String, target: String, label: String) {
      (self.sign, self.target, self.label) = (sign, target, label)
    }
  }

  /// The article's id.
  public var article: String
  /// The article's text, UTF-8.
  public var text: [UInt8]
  /// The lines of the text in the page's Markdown, from 1, half-open.
  public var lines: Range<Int>
  /// The quotations and passages, in any order; at most one for each place.
  public var marks: [Mark]
  /// The language of the text, BCP 47, if it is another than the page's.
  public var language: String?

  /// The `text` of `article`, which stands in `lines`.
  public init(
    article: String, text: [UInt8], lines: Range<Int>, marks: [Mark], language: String? = nil
  ) {
    (self.article, self.text, self.lines, self.marks) = (article, text, lines, marks)
    self.language = language
  }
}
