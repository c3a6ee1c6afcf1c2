import Foundation

/// The process's standard output, written at once and never fatal: a terminal that went away is
/// written to in vain.
public struct StandardOutput: LineWriter {
  public init() {
    // A closed pipe must not end the process before the answers are set aside.
    signal(SIGPIPE, SIG_IGN)
  }

  /// The terminal's columns; without a terminal those of COLUMNS, or 80.
  public var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return told.map { min(max($0, 20), 1000) } ?? 80
  }

  public var canClear: Bool {
    let kind = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDOUT_FILENO) == 1 && !kind.isEmpty && kind != "dumb"
  }

  public mutating func clear() {
    guard canClear else { return }
    write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  public mutating func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { unsafe in
        Foundation.write(STDOUT_FILENO, unsafe.baseAddress, unsafe.count)
      }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }
}
