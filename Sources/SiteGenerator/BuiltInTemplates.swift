import CTemplates

/// The copy of Templates/ that is built into the program, for whoever runs it elsewhere.
enum BuiltInTemplates {
  /// The files with their paths inside the folder.
  static let files: [(path: String, bytes: [UInt8])] = {
    (0..<ctemplates_count).compactMap { index in
      guard let entry = ctemplates_at(index)?.pointee, let name = entry.name else { return nil }
      let bytes = UnsafeBufferPointer(start: entry.bytes, count: entry.count)
      return (String(cString: name), Array(bytes))
    }
  }()
}
