import DossierModel

/// Ends the program where something does not hold that must: libFuzzer keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// The bytes that libFuzzer hands over.
func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Whether `span` is a stretch of `text` that begins and ends between characters.
func require(_ span: TextSpan, in text: ArticleText, mayBeEmpty: Bool = false, _ what: String) {
  let bytes = text.bytes
  require(span.start >= 0 && span.end <= bytes.count, "\(what) \(span) is beyond the text")
  require(mayBeEmpty ? span.start <= span.end : span.start < span.end, "\(what) \(span) is empty")
  for edge in [span.start, span.end] where edge < bytes.count {
    require(bytes[edge] & 0xC0 != 0x80, "\(what) \(span) cuts a character")
  }
}
