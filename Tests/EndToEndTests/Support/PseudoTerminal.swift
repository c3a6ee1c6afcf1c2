import Foundation
import Testing

/// The built `attune` at a pseudo-terminal of its own, without another program between.
final class PseudoTerminal {
  let process = Process()
  private let main: Int32
  private(set) var shown = ""

  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    var ends: (main: Int32, other: Int32) = (-1, -1)
    var size = winsize(ws_row: 60, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    let opened = openpty(&ends.main, &ends.other, nil, nil, &size)
    main = ends.main
    try #require(opened == 0)
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    let other = ends.other
    let handle = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
  }

  deinit { close(main) }

  func type(_ text: String) { type(Array(text.utf8)) }

  /// Waits while the program's end of the terminal is full.
  func type(_ bytes: [UInt8]) {
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR || errno == EAGAIN else { return }
      left = left.dropFirst(max(0, count))
    }
  }

  /// Reads what is shown for `seconds`, or until the program has gone, or `text` was shown.
  func read(for seconds: Double, until text: String? = nil) {
    read(for: seconds, untilAnyOf: [text].compactMap { $0 })
  }

  /// Reads until one of `texts` stands in what was shown after the first `start` characters of it,
  /// and says which.
  @discardableResult
  func read(for seconds: Double, untilAnyOf texts: [String], after start: Int = 0) -> String? {
    let end = Date(timeIntervalSinceNow: seconds)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let latest = shown.utf8.dropFirst(start)
      if let found = texts.first(where: { latest.firstRange(of: $0.utf8) != nil }) { return found }
      let left = end.timeIntervalSinceNow
      guard left > 0 else { return nil }
      var file = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, Int32(left * 1000) + 1) > 0 else { continue }
      let count = bytes.withUnsafeMutableBytes { Foundation.read(main, $0.baseAddress, $0.count) }
      guard count > 0 else { return nil }
      shown += String(decoding: bytes[..<count], as: UTF8.self)
    }
  }

  /// Ends the program at once, as a crash would, and reads what it had shown.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    read(for: 1)
  }
}
