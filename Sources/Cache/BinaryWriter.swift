/// Writes numbers, texts and lists as bytes, for `BinaryReader`.
///
/// Whole numbers take as few groups of seven bits as they need, the lowest first; negative ones are
/// folded between the others (0, -1, 1, -2 …). Texts and lists begin with their length.
public struct BinaryWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  public init() {}

  /// Writes a number that is never negative.
  public mutating func write(count: Int) { write(unsigned: UInt64(max(0, count))) }

  /// Writes any whole number.
  public mutating func write(integer: Int) {
    write(unsigned: UInt64(bitPattern: Int64(integer &<< 1 ^ integer &>> 63)))
  }

  private mutating func write(unsigned: UInt64) {
    var rest = unsigned
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes 64 bits as they are, the lowest byte first.
  public mutating func write(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a number with a fraction, bit by bit.
  public mutating func write(double: Double) { write(bits: double.bitPattern) }

  /// Writes whether something holds.
  public mutating func write(flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes a text.
  public mutating func write(text: String) {
    write(count: text.utf8.count)
    bytes += text.utf8
  }

  /// Writes bytes and how many they are.
  public mutating func write(data: [UInt8]) {
    write(count: data.count)
    bytes += data
  }

  /// Writes bytes whose number the reader knows.
  public mutating func write(plain data: [UInt8]) { bytes += data }

  /// Writes whether there is a value, and the value.
  public mutating func write<Value>(
    _ value: Value?, _ body: (inout BinaryWriter, Value) -> Void
  ) {
    write(flag: value != nil)
    if let value { body(&self, value) }
  }

  /// Writes how many values there are, and each.
  public mutating func write<Value>(
    list: [Value], _ body: (inout BinaryWriter, Value) -> Void
  ) {
    write(count: list.count)
    for value in list { body(&self, value) }
  }

  /// Writes which of its type's cases `value` is.
  public mutating func write<Value: CaseIterable & Equatable>(case value: Value) {
    var number = 0
    for other in Value.allCases {
      if other == value { break }
      number += 1
    }
    write(count: number)
  }
}
