import Synchronization

/// The keys of the gazetteer's settlements by country and by the first symbol of their skeletons, so
/// that a search for similar names passes over most of them.
///
/// What a country's keys begin with is read when its towns are first searched, and kept.
final class SkeletonIndex: Sendable {
  /// A key: where it stands, whose it is and what is known of its skeleton.
  struct Entry {
    var position: Int32
    var place: Int32
    var signature: SkeletonSignature
  }

  /// The keys of one country.
  final class Keys: Sendable {
    /// For each symbol where the keys that begin with it do, and so those of the symbol before end.
    private let starts: [Int32]
    private let entries: [Entry]

    fileprivate init(of places: Range<Int>, in gazetteer: Gazetteer) {
      var all: [Entry] = []
      for place in places {
        var position = gazetteer.keyStart(of: place)
        gazetteer.forEachKey(of: place) { signature, _, key in
          all.append(
            Entry(
              position: Int32(position), place: Int32(place),
              signature: SkeletonSignature(bits: signature)))
          position += Gazetteer.keyHeader + key.count
        }
      }
      var starts = [Int32](repeating: 0, count: 129)
      for entry in all { starts[Int(entry.signature.first) + 1] += 1 }
      for symbol in 0..<128 { starts[symbol + 1] += starts[symbol] }
      var next = starts
      entries = [Entry](unsafeUninitializedCapacity: all.count) { room, count in
        for entry in all {
          let symbol = Int(entry.signature.first)
          room.initializeElement(at: Int(next[symbol]), to: entry)
          next[symbol] += 1
        }
        count = all.count
      }
      self.starts = starts
    }

    /// Calls `body` with the keys whose skeletons begin with `symbol`, in the gazetteer's order.
    func forEach(beginningWith symbol: Int, _ body: (Entry) -> Void) {
      for index in Int(starts[symbol])..<Int(starts[symbol + 1]) { body(entries[index]) }
    }
  }

  private let known = Mutex<[Int: Keys]>([:])

  /// The keys of the settlements at `places`, which are one country's.
  func keys(of places: Range<Int>, in gazetteer: Gazetteer) -> Keys {
    known.withLock { known in
      if let keys = known[places.lowerBound] { return keys }
      let keys = Keys(of: places, in: gazetteer)
      known[places.lowerBound] = keys
      return keys
    }
  }
}
