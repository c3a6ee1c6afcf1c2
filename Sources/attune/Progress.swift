import Foundation

/// Shows on a terminal how far long work has come; says nothing in a pipe, or of short work.
final class Progress {
  private let title: String
  /// The whole, in the unit of `reach`; `nil` where it is not known.
  private let whole: Int?
  private let isShown = isatty(STDERR_FILENO) == 1
  private var lastShown = ContinuousClock.now
  private var hasShown = false

  init(_ title: String, of whole: Int?) {
    self.title = title
    self.whole = whole
  }

  /// Says how much is done, at most twice a second.
  func reach(_ done: Int) {
    guard isShown, ContinuousClock.now - lastShown > .milliseconds(500) else { return }
    lastShown = .now
    hasShown = true
    let share = whole.flatMap { $0 > 0 ? ": \(min(100, done * 100 / $0)) %" : nil } ?? " ..."
    FileHandle.standardError.write(Data("\r\(title)\(share)".utf8))
  }

  /// Clears the line.
  func finish() {
    defer { hasShown = false }
    if hasShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
