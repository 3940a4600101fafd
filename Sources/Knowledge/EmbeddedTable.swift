import CTables

/// A file of facts that is part of the program: its bytes stand in the binary and are never copied.
///
/// Tables of the world stand under `world/`, those of a language under its code (`it/`).
/// Text tables are tab-separated values in UTF-8; lines that begin with `#` are comments.
public struct EmbeddedTable: @unchecked Sendable {
  // Unchecked: the pointer is to constant data of the binary, which nobody writes and nobody frees.

  /// The path of the file inside the tables' folder, such as `it/verbs.tsv`.
  public let name: String
  /// Its bytes, valid as long as the program runs.
  public let bytes: UnsafeBufferPointer<UInt8>

  /// The table called `name`, or `nil` if there is none.
  public init?(named name: String) {
    for index in 0..<ctables_count {
      guard let entry = ctables_at(index)?.pointee, let path = entry.name,
        name == String(cString: path)
      else { continue }
      self.name = name
      bytes = UnsafeBufferPointer(start: entry.bytes, count: entry.count)
      return
    }
    return nil
  }

  /// The names of all tables, sorted.
  public static var names: [String] {
    (0..<ctables_count).compactMap { index in
      ctables_at(index)?.pointee.name.map { String(cString: $0) }
    }.sorted()
  }

  /// The rows of tab-separated values, comments and empty lines left out.
  public func rows() -> TableRows { TableRows(bytes) }

  /// The rows of the table called `name`; none if there is no such table.
  public static func rows(of name: String) -> TableRows {
    EmbeddedTable(named: name)?.rows() ?? TableRows(UnsafeBufferPointer(start: nil, count: 0))
  }
}

/// A row of a table.
public struct TableRow: Sendable, Hashable {
  /// The line that it stands on, counted from 1 in the file.
  public var line: Int
  /// Its fields, in order; there is at least one.
  public var fields: [String]

  /// The row with `fields` on `line`.
  public init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  /// The field at `index`, empty if the row has fewer.
  public subscript(index: Int) -> String { fields.indices.contains(index) ? fields[index] : "" }

  /// The parts of the field at `index`, which are separated by `|`; none if it is empty.
  public func list(_ index: Int) -> [String] {
    self[index].utf8.split(separator: UInt8(ascii: "|")).map { part in
      String(Substring(part))
    }
  }
}

/// The rows of a table, read one after the other.
public struct TableRows: Sequence, IteratorProtocol {
  private var rows: TableRowRanges

  /// The rows in `bytes`.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { rows = TableRowRanges(bytes) }

  /// The next row.
  public mutating func next() -> TableRow? {
    guard let (line, fields) = rows.next() else { return nil }
    let texts = fields.map { String(decoding: rows.bytes[$0], as: UTF8.self) }
    return TableRow(line: line, fields: texts)
  }
}

/// The rows of a table as ranges of its bytes, for readers that need no strings.
public struct TableRowRanges: Sequence, IteratorProtocol {
  /// The bytes that the ranges count in.
  public let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 0

  /// The rows in `bytes`.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next row: its line, counted from 1, and where its fields stand.
  public mutating func next() -> (line: Int, fields: [Range<Int>])? {
    while position < bytes.count {
      let start = position
      var fields: [Range<Int>] = []
      var field = start
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
        if bytes[position] == UInt8(ascii: "\t") {
          fields.append(field..<position)
          field = position + 1
        }
        position += 1
      }
      var end = position
      if end > field, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      fields.append(field..<end)
      position += 1
      line += 1
      if end > start, bytes[start] != UInt8(ascii: "#") { return (line, fields) }
    }
    return nil
  }
}
