/// Bytes that are not what they should be.
public struct DamagedBytes: Error {
  /// The fault.
  public init() {}
}

/// Reads what `BinaryWriter` wrote, and trusts none of it: whatever the bytes are, each call returns
/// a value within the bounds that it was given, or throws `DamagedBytes`.
public struct BinaryReader {
  private let bytes: [UInt8]
  private var position = 0

  /// A reader of `bytes` from the first.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes are left.
  public var rest: Int { bytes.count - position }

  /// Throws unless everything has been read.
  public func end() throws(DamagedBytes) {
    if rest != 0 { throw DamagedBytes() }
  }

  private mutating func unsigned() throws(DamagedBytes) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      let part = UInt64(byte & 0x7F)
      let shifted = part &<< shift
      // Bits that no longer fit, and a last group of nothing, are not what was written.
      guard shifted &>> shift == part, byte != 0 || shift == 0 else { throw DamagedBytes() }
      value |= shifted
      if byte < 0x80 { return value }
      shift += 7
    }
    throw DamagedBytes()
  }

  /// A number from 0 up to and with `limit`.
  public mutating func count(upTo limit: Int) throws(DamagedBytes) -> Int {
    let value = try unsigned()
    guard value <= UInt64(max(0, limit)) else { throw DamagedBytes() }
    return Int(value)
  }

  /// A whole number in `range`.
  public mutating func integer(in range: ClosedRange<Int>) throws(DamagedBytes) -> Int {
    let folded = try unsigned()
    let value = Int(Int64(bitPattern: folded &>> 1)) ^ (folded & 1 == 0 ? 0 : -1)
    guard range.contains(value) else { throw DamagedBytes() }
    return value
  }

  /// 64 bits.
  public mutating func bits() throws(DamagedBytes) -> UInt64 {
    guard rest >= 8 else { throw DamagedBytes() }
    var value: UInt64 = 0
    for i in 0..<8 { value |= UInt64(bytes[position + i]) &<< UInt64(8 * i) }
    position += 8
    return value
  }

  /// A finite number in `range`.
  public mutating func double(in range: ClosedRange<Double>) throws(DamagedBytes) -> Double {
    let value = Double(bitPattern: try bits())
    guard range.contains(value) else { throw DamagedBytes() }
    return value
  }

  /// Whether something holds.
  public mutating func flag() throws(DamagedBytes) -> Bool { try count(upTo: 1) == 1 }

  /// A text.
  public mutating func text() throws(DamagedBytes) -> String {
    let count = try count(upTo: rest)
    // The number itself has taken some of the rest.
    guard count <= rest,
      let text = String(validating: bytes[position..<(position + count)], as: UTF8.self)
    else { throw DamagedBytes() }
    position += count
    return text
  }

  /// Bytes.
  public mutating func data() throws(DamagedBytes) -> [UInt8] {
    try plain(count: try count(upTo: rest))
  }

  /// The next `count` bytes.
  public mutating func plain(count: Int) throws(DamagedBytes) -> [UInt8] {
    guard count >= 0, count <= rest else { throw DamagedBytes() }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  /// A value, if there is one.
  public mutating func optional<Value>(
    _ body: (inout BinaryReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> Value? {
    try flag() ? try body(&self) : nil
  }

  /// A list, for which no more room is taken than the bytes that are left could fill.
  public mutating func list<Value>(
    _ body: (inout BinaryReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> [Value] {
    let count = try count(upTo: rest)
    var values: [Value] = []
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  /// One of a type's cases.
  public mutating func `case`<Value: CaseIterable>(
    _: Value.Type = Value.self
  ) throws(DamagedBytes) -> Value {
    let cases = Value.allCases
    let number = try count(upTo: cases.count - 1)
    return cases[cases.index(cases.startIndex, offsetBy: number)]
  }
}
