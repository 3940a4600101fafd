/// Sets of numbers that are found to be one: the smallest number stands for the set.
struct UnionFind: Sendable {
  private var parents: [Int]

  /// `count` numbers, each in a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// How many numbers there are.
  var count: Int { parents.count }

  /// The number that stands for the set of `element`.
  mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Makes the sets of `a` and `b` one; whether they were two.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (root(a), root(b))
    if x == y { return false }
    parents[max(x, y)] = min(x, y)
    return true
  }

  /// The sets, each in order, in the order of their smallest numbers.
  mutating func sets() -> [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: parents.count)
    for element in parents.indices { members[root(element)].append(element) }
    return members.filter { !$0.isEmpty }
  }
}
