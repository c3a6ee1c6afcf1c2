import Foundation

/// The process's standard input, line by line, with the signals that mean leaving.
///
/// The terminal stays in its own line mode: editing, paste and screen readers work as everywhere
/// (a typed line there ends at 4095 bytes). Ctrl-C and Ctrl-D are one leave each, and the session
/// goes on; after a hang-up, a termination or the end of a pipe every further line is a leave.
public struct StandardInput: LineReader {
  private let descriptor: Int32
  private let signals: SignalPipe
  private var buffer: [UInt8] = []
  private var isClosed = false

  public init() { self.init(descriptor: STDIN_FILENO) }

  init(descriptor: Int32) {
    self.descriptor = descriptor
    signals = SignalPipe(for: [SIGINT, SIGHUP, SIGTERM])
  }

  public var isEchoed: Bool { isatty(descriptor) == 1 }

  public mutating func next() -> Input {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return Self.input(line)
      }
      guard !isClosed else { return lastInput() }
      switch wait() {
      case .signal(SIGINT): return .left
      case .end where isEchoed: return .left
      case .signal, .end: isClosed = true
      case .bytes(let bytes): buffer += bytes
      case .nothing: continue
      }
    }
  }

  /// What came in without a line end before the input closed; then leaving, for ever.
  private mutating func lastInput() -> Input {
    guard !buffer.isEmpty else { return .left }
    let line = buffer
    buffer = []
    return Self.input(line)
  }

  private static func input(_ line: [UInt8]) -> Input {
    let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    return String(validating: bytes, as: UTF8.self).map(Input.line) ?? .unreadable
  }

  // MARK: Waiting

  private enum Arrival {
    case signal(Int32)
    case bytes(ArraySlice<UInt8>)
    case end, nothing
  }

  private func wait() -> Arrival {
    var files = [
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&files, nfds_t(files.count), -1) > 0 else {
      return errno == EINTR ? .nothing : .end
    }
    if files[0].revents != 0, let signal = signals.next() { return .signal(signal) }
    guard files[1].revents != 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 { return .bytes(bytes[..<count]) }
    return count < 0 && errno == EINTR ? .nothing : .end
  }
}
