import DossierModel
import Synchronization

/// A file of entries, each found by its key.
///
/// It begins with `head` and the identity of the program that wrote it. Then follow the entries, each
/// with its key before it; the list of the entries with their keys, places, lengths and checksums;
/// and last the place of that list, the number of the entries, and a SHA-256 over the beginning,
/// the list and these two. Whatever is not exactly so is as if it were not there.
public final class Pack: Sendable {
  /// The first bytes of every pack; the number is that of the format.
  static let head = Array("dossier cache 1\n".utf8)
  static let headCount = head.count + 32
  static let rowCount = 48
  static let footCount = 48
  /// The most bytes that an entry or the list may have.
  private static let sizeLimit: UInt64 = 1 << 30

  struct Place {
    var offset: Int
    var count: Int
    var checksum: CacheKey
  }

  private let file: CacheDisk.OpenFile
  private let places: [CacheKey: Place]

  /// The pack at `path`; `nil` if there is none, or none that `program` wrote whole.
  init?(_ path: String, program: ContentHash) {
    guard let file = CacheDisk.OpenFile(path), file.size >= Self.headCount + Self.footCount,
      let head = file.bytes(at: 0, count: Self.headCount), head == Self.head + program.digest,
      let foot = file.bytes(at: file.size - Self.footCount, count: Self.footCount)
    else { return nil }
    do throws(DamagedBytes) {
      var reader = BinaryReader(foot)
      let (start, count) = (try reader.bits(), try reader.bits())
      let end = UInt64(file.size - Self.footCount)
      guard start >= UInt64(Self.headCount), start <= end, end - start <= Self.sizeLimit,
        (end - start) % UInt64(Self.rowCount) == 0, count == (end - start) / UInt64(Self.rowCount),
        let rows = file.bytes(at: Int(start), count: Int(end - start)),
        ContentHash(of: head + rows + foot.prefix(16)).digest == Array(foot.suffix(32))
      else { return nil }
      var places: [CacheKey: Place] = [:]
      places.reserveCapacity(Int(count))
      reader = BinaryReader(rows)
      for _ in 0..<Int(count) {
        let (key, offset, length) = (try reader.key(), try reader.bits(), try reader.bits())
        guard offset >= UInt64(Self.headCount), offset <= start, length >= 16,
          length <= start - offset, length <= Self.sizeLimit
        else { return nil }
        places[key] = Place(
          offset: Int(offset), count: Int(length), checksum: try reader.key())
      }
      (self.file, self.places) = (file, places)
    } catch {
      return nil
    }
  }

  /// How many entries there are.
  public var count: Int { places.count }

  /// The entry at `key`; `nil` if there is none that is whole.
  public func entry(_ key: CacheKey) -> [UInt8]? {
    guard let place = places[key], let bytes = file.bytes(at: place.offset, count: place.count),
      CacheKey(of: bytes) == place.checksum
    else { return nil }
    var reader = BinaryReader(bytes)
    guard (try? reader.key()) == key else { return nil }
    return try? reader.plain(count: reader.rest)
  }

  /// Makes it the one that was used last.
  public func touch() { file.touch() }

  /// An entry as it stands in the file.
  fileprivate func raw(_ key: CacheKey) -> (bytes: [UInt8], checksum: CacheKey)? {
    guard let place = places[key], let bytes = file.bytes(at: place.offset, count: place.count)
    else { return nil }
    return (bytes, place.checksum)
  }
}

/// A pack that is being written; entries may come from several threads.
///
/// Nobody sees it before it is finished. What cannot be written is told by `finish`.
public final class NewPack: Sendable {
  private struct State {
    var file: CacheDisk.NewFile?
    var fault: CacheDiskError?
    var places: [CacheKey: Pack.Place] = [:]
    /// What has not been handed to the system yet.
    var buffer: [UInt8] = []
    /// How many bytes have been written.
    var size = 0
  }

  private static let bufferSize = 1 << 20

  private let path: String
  private let draft: String
  private let program: ContentHash
  private let finished: @Sendable () -> Void
  private let state = Mutex(State())

  init(
    at path: String, draft: String, program: ContentHash, finished: @escaping @Sendable () -> Void
  ) {
    (self.path, self.draft, self.program, self.finished) = (path, draft, program, finished)
  }

  deinit { state.withLock { $0.file?.remove() } }

  /// Adds `bytes` at `key`; the first of two stays.
  public func add(_ bytes: [UInt8], at key: CacheKey) {
    var entry = BinaryWriter()
    entry.write(key: key)
    entry.write(plain: bytes)
    add(entry.bytes, checksum: CacheKey(of: entry.bytes), at: key)
  }

  /// Adds the entry at `key` of `other`, if it has one.
  public func add(_ key: CacheKey, of other: Pack) {
    if let (bytes, checksum) = other.raw(key) { add(bytes, checksum: checksum, at: key) }
  }

  /// How many entries there are.
  public var count: Int { state.withLock { $0.places.count } }

  private func add(_ entry: [UInt8], checksum: CacheKey, at key: CacheKey) {
    state.withLock { state in
      guard state.fault == nil, state.places[key] == nil else { return }
      if state.size == 0 { put(Pack.head + program.digest, &state) }
      state.places[key] = Pack.Place(offset: state.size, count: entry.count, checksum: checksum)
      put(entry, &state)
    }
  }

  private func put(_ bytes: [UInt8], _ state: inout State) {
    state.size += bytes.count
    state.buffer += bytes
    if state.buffer.count >= Self.bufferSize { flush(&state) }
  }

  private func flush(_ state: inout State) {
    do throws(CacheDiskError) {
      let file: CacheDisk.NewFile
      if let open = state.file { file = open } else { file = try CacheDisk.NewFile(draft) }
      state.file = file
      try file.append(state.buffer)
    } catch {
      state.fault = error
    }
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the pack its place; returns why that could not be done, if so.
  public func finish() -> String? {
    let fault = state.withLock { state -> CacheDiskError? in
      if state.size == 0 { put(Pack.head + program.digest, &state) }
      let start = state.size
      var rows = BinaryWriter()
      for (key, place) in state.places {
        rows.write(key: key)
        rows.write(bits: UInt64(place.offset))
        rows.write(bits: UInt64(place.count))
        rows.write(key: place.checksum)
      }
      var foot = BinaryWriter()
      foot.write(bits: UInt64(start))
      foot.write(bits: UInt64(state.places.count))
      let seal = ContentHash(of: Pack.head + program.digest + rows.bytes + foot.bytes)
      put(rows.bytes + foot.bytes + seal.digest, &state)
      flush(&state)
      do throws(CacheDiskError) {
        if let fault = state.fault { throw fault }
        try state.file?.take(path)
        state.file = nil
        return nil
      } catch {
        return error
      }
    }
    if let fault { return fault.reason }
    finished()
    return nil
  }
}
