import DossierModel

/// The address of the folder on the web where a site will be published.
public struct SiteAddress: Hashable, Sendable {
  /// What is wrong with an address.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and how to write it.
    public var description: String
  }

  /// The address, absolute, with `/` at its end.
  public let text: String
  /// The path of the folder on its host, with `/` at its ends.
  public let path: String

  /// The address `text`: `http` or `https`, a host, and the path of the folder, whose last `/` may be
  /// left out.
  public init(_ text: String) throws(Fault) {
    func fault(_ what: String) -> Fault {
      Fault(
        description: "\"\(text)\" is no address for a site: \(what); write it like "
          + "https://example.org/dossier/")
    }
    let bytes = Array(text.utf8)
    if let byte = bytes.first(where: { $0 <= 32 || $0 >= 127 }) {
      throw fault(
        byte <= 32
          ? "it holds a space"
          : "its letters must be ASCII (a host as xn--…, a path percent-encoded)")
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: "://".utf8)
    else { throw fault("it does not begin with https:// or http://") }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard scheme == "https" || scheme == "http" else {
      throw fault("its scheme is \(scheme), not https or http")
    }
    let rest = bytes[(colon + 3)...]
    if rest.contains(UInt8(ascii: "?")) || rest.contains(UInt8(ascii: "#")) {
      throw fault("a folder has no ? and no #")
    }
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    if let what = Self.fault(inHost: rest[..<slash]) { throw fault(what) }
    var path = Array(rest[slash...])
    if path.last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    if let what = Self.fault(inPath: path) { throw fault(what) }
    let host = String(decoding: rest[..<slash], as: UTF8.self).lowercased()
    self.path = String(decoding: path, as: UTF8.self)
    self.text = "\(scheme)://\(host)\(self.path)"
  }

  /// The address of the file at `path`; that of the front page is the folder's.
  public func address(of path: SitePath) -> String {
    path == SitePath.index.html ? text : text + path.path
  }

  private static func fault(inHost host: ArraySlice<UInt8>) -> String? {
    if host.isEmpty { return "the host is missing" }
    if host.contains(UInt8(ascii: "@")) { return "it holds a user's name" }
    var name = host
    // An address of IP version 6 stands in brackets and has colons of its own.
    let end = host.first == UInt8(ascii: "[") ? host.lastIndex(of: UInt8(ascii: "]")) : nil
    if let colon = host[(end ?? host.startIndex)...].lastIndex(of: UInt8(ascii: ":")) {
      let port = String(decoding: host[(colon + 1)...], as: UTF8.self)
      guard let number = UInt16(port), number > 0 else { return "\(port) is no port" }
      name = host[..<colon]
    }
    let isNumeric = end != nil
    let isHost = name.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"): isNumeric
      default: false
      }
    }
    let hasEmptyPart = name.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false
    ).contains(where: \.isEmpty)
    return isHost && !hasEmptyPart
      ? nil : "\(String(decoding: name, as: UTF8.self)) is no name of a host"
  }

  private static func fault(inPath path: [UInt8]) -> String? {
    let parts = path.dropFirst().dropLast().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if path.count > 1, parts.contains(where: { $0.isEmpty }) { return "// stands in its path" }
    if parts.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) {
      return ". or .. stands in its path"
    }
    if parts.last?.reversed().starts(with: "lmth.".utf8) == true {
      return "it names a page, not the folder that the site stands in"
    }
    var i = 0
    while i < path.count {
      let byte = path[i]
      if byte == UInt8(ascii: "%") {
        let digits = path[(i + 1)...].prefix(2)
        guard digits.count == 2, UInt8(String(decoding: digits, as: UTF8.self), radix: 16) != nil
        else { return "a % is not followed by two hexadecimal digits" }
      } else if "\"<>\\^`{|}".utf8.contains(byte) {
        return "\(Character(Unicode.Scalar(byte))) must be percent-encoded"
      }
      i += 1
    }
    return nil
  }
}
