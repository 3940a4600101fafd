import DossierModel

/// Cuts a text into paragraphs.
enum Paragraphs {
  /// The paragraphs of `text` without the white space around them: lines, or, where lines are broken
  /// at a fixed width, the blocks between empty lines.
  static func split(_ text: ArticleText) -> [TextSpan] {
    let blocks = self.blocks(of: text)
    let isWrapped = self.isWrapped(blocks, in: text)
    var paragraphs: [TextSpan] = []
    for block in blocks {
      var current: TextSpan?
      for line in block {
        if let open = current {
          if isWrapped || startsSmall(line, in: text) {
            current = open.union(line)
          } else {
            paragraphs.append(open)
            current = line
          }
        } else {
          current = line
        }
      }
      if let current { paragraphs.append(current) }
    }
    return paragraphs
  }

  /// The non-empty lines, trimmed, in groups between empty lines.
  private static func blocks(of text: ArticleText) -> [[TextSpan]] {
    var blocks: [[TextSpan]] = []
    var block: [TextSpan] = []
    var start = 0
    func close(_ end: Int) {
      let line = text.trimmed(TextSpan(start, end))
      if line.isEmpty {
        if !block.isEmpty { blocks.append(block) }
        block = []
      } else {
        block.append(line)
      }
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while true {
        i = ByteSearch.first(in: bytes, from: i) { eight in
          ByteSearch.places(of: 10, in: eight) | ByteSearch.places(of: 13, in: eight)
        } where: {
          $0 == 10 || $0 == 13
        }
        guard i < bytes.count else { break }
        close(i)
        if bytes[i] == 13, i + 1 < bytes.count, bytes[i + 1] == 10 { i += 1 }
        i += 1
        start = i
      }
    }
    close(text.bytes.count)
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  /// Whether lines are broken at a fixed width: of the lines that another follows at once, most are
  /// 50 to 100 bytes long and half do not end a sentence.
  private static func isWrapped(_ blocks: [[TextSpan]], in text: ArticleText) -> Bool {
    var followed = 0
    var wide = 0
    var open = 0
    for block in blocks {
      for line in block.dropLast() {
        followed += 1
        if (50...100).contains(line.count) { wide += 1 }
        if !endsSentence(line, in: text) { open += 1 }
      }
    }
    return followed >= 3 && wide * 5 >= followed * 4 && open * 2 >= followed
  }

  private static func endsSentence(_ line: TextSpan, in text: ArticleText) -> Bool {
    switch text.bytes[line.end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: ")"):
      true
    default: text.bytes[line.end - 1] >= 0x80
    }
  }

  /// Whether the line goes on with a sentence: it starts with a small letter of the Latin script.
  private static func startsSmall(_ line: TextSpan, in text: ArticleText) -> Bool {
    let byte = text.bytes[line.start]
    return byte >= 97 && byte <= 122
  }
}
