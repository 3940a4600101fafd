import Dispatch
import Foundation
import Synchronization

/// A line on the terminal that tells how far a build is, rewritten in place and wiped at the end.
///
/// A build that ends within a second shows none.
final class ProgressLine: Sendable {
  private struct State {
    var progress: Progress?
    var start: ContinuousClock.Instant
    var stageStart: ContinuousClock.Instant
    var isShown = false
  }

  /// The time before anything is shown, and between two drawings, in seconds.
  private static let (delay, pause) = (1.0, 0.1)
  private static let queue = DispatchQueue(label: "dossier.progress")

  private let state = Mutex(State(start: .now, stageStart: .now))

  /// Notes how far the build is; from any thread.
  func note(_ progress: Progress) {
    let isFirst = state.withLock { state in
      let isFirst = state.progress == nil
      if isFirst { state.start = .now }
      guard state.progress?.stage == progress.stage else {
        state.stageStart = .now
        state.progress = progress
        return isFirst
      }
      // Threads do not come in order.
      if let last = state.progress, last.done < progress.done { state.progress = progress }
      return isFirst
    }
    if isFirst { tick() }
  }

  /// Wipes the line, so that something else can be written; the next drawing brings it back.
  func wipe() {
    state.withLock { state in
      if state.isShown { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
      state.isShown = false
    }
  }

  /// Wipes the line for good.
  func end() {
    state.withLock { $0.progress = nil }
    wipe()
  }

  /// Draws the line, and again after a while, until the build ends.
  private func tick() {
    Self.queue.asyncAfter(deadline: .now() + Self.pause) { [self] in
      let isAtWork = state.withLock { state in
        guard let progress = state.progress else { return false }
        let now = ContinuousClock.now
        if (now - state.start) / .seconds(1) >= Self.delay {
          let line = progress.line(
            after: (now - state.stageStart) / .seconds(1), columns: Terminal.columns)
          // Inside the lock, or it might be drawn after it was wiped.
          Terminal.write("\r\u{1B}[K\(line)", to: STDERR_FILENO)
          state.isShown = true
        }
        return true
      }
      if isAtWork { tick() }
    }
  }
}

/// The system's terminal.
enum Terminal {
  /// Whether somebody reads `descriptor` on a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the terminal that standard error is, in columns.
  static var columns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Writes `text` as far as the system takes it.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
