import Dispatch
import Foundation
import Synchronization

/// The wish to end, by Ctrl-C or by the system.
final class Interruption: Sendable {
  private let asked = Atomic<Bool>(false)
  private let bell = DispatchSemaphore(value: 0)
  private static let queue = DispatchQueue(label: "dossier.interruption")

  /// How long work may go on after a signal to end, in seconds: removing what a build of a hundred
  /// thousand files has written so far takes some.
  private static let patience = 30.0

  /// From now on the first of `signals` ends nothing by itself.
  init(signals: [Int32] = [SIGINT, SIGTERM]) {
    for number in signals {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
      // The handler holds the source, which lives as long as the program.
      source.setEventHandler { [self] in withExtendedLifetime(source) { receive() } }
      source.resume()
    }
  }

  /// Whether somebody wants an end.
  var isAsked: Bool { asked.load(ordering: .acquiring) }

  /// Asks for an end.
  func ask() {
    asked.store(true, ordering: .releasing)
    bell.signal()
  }

  /// Waits `seconds`, or until somebody wants an end.
  func wait(seconds: Double) {
    if bell.wait(timeout: .now() + seconds) == .success { bell.signal() }
  }

  private func receive() {
    // Whoever asks twice gets it at once. A build that is killed costs nothing: the next one clears
    // what it leaves.
    if isAsked { exit(130) }
    ask()
    Self.queue.asyncAfter(deadline: .now() + Self.patience) { exit(130) }
  }
}
