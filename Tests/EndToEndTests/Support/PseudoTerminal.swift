import Foundation
import Testing

/// The built `attune` at a pseudo-terminal of its own, without another program between.
final class PseudoTerminal {
  let process = Process()
  private let main: Int32
  private(set) var shown = ""

  init(_ arguments: [String]) throws {
    var ends: (main: Int32, other: Int32) = (-1, -1)
    let opened = openpty(&ends.main, &ends.other, nil, nil, nil)
    main = ends.main
    try #require(opened == 0)
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    let other = ends.other
    let handle = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
  }

  deinit { close(main) }

  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
  }

  /// Reads what is shown for `seconds`, or until the program has gone, or `text` was shown.
  func read(for seconds: Double, until text: String? = nil) {
    let end = Date(timeIntervalSinceNow: seconds)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let text, shown.contains(text) { return }
      let left = end.timeIntervalSinceNow
      guard left > 0 else { return }
      var file = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, Int32(left * 1000) + 1) > 0 else { continue }
      let count = bytes.withUnsafeMutableBytes { Foundation.read(main, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
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
