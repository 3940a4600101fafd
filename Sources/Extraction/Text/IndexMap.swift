/// Values of some of the things in a list, by their place in it.
struct IndexMap<Value: Sendable>: Sendable {
  private var values: [Value?] = []

  /// The value of the thing at `index`.
  subscript(index: Int) -> Value? {
    get { index < values.count ? values[index] : nil }
    set {
      if index >= values.count {
        values.append(contentsOf: repeatElement(nil, count: index + 1 - values.count))
      }
      values[index] = newValue
    }
  }
}
