import Foundation

/// A folder for a test, removed when the test ends.
final class Folder {
  let path: String

  /// A folder with `files` by path.
  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "dossier-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes `text` into the file `name`.
  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of the file `name`.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  /// Every file below `folder` with its bytes, by path.
  static func files(in folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: folder)
    while let name = names?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let file = folder + "/" + name
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: file)
      }
    }
    return files
  }
}

/// The folder of the package.
let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The folder of the programs that were built with the tests.
let builtFolder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
