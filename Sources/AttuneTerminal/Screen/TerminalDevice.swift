import Foundation

/// The process's terminal as a screen: raw keys in, frames out, and everything put back after.
///
/// The title says nothing of what is asked. Whatever way the program ends by (but for `kill -9`),
/// the settings are as they were and nothing of the session is left to scroll back to.
final class TerminalDevice: ScreenDevice {
  private let signals: SignalPipe
  private let saved: termios
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var output = StandardOutput()
  private var isOpen = true
  private var hasEnded = false

  /// `nil` where the terminal cannot be driven.
  init?() {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    saved = settings
    signals = SignalPipe(for: [SIGINT, SIGHUP, SIGTERM, SIGWINCH, SIGCONT])
    CrashRestoration.arm(with: settings, saying: Self.closing)
    begin()
  }

  deinit { close() }

  /// Puts the terminal back as it was found.
  func close() {
    guard isOpen else { return }
    isOpen = false
    output.write(Self.closing)
    var settings = saved
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    CrashRestoration.disarm()
  }

  private func begin() {
    var raw = saved
    cfmakeraw(&raw)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    output.write(Self.opening)
  }

  /// Keeps the title, names the window neutrally, alternate screen, bracketed paste.
  private static let opening = "\u{1B}[22;0t\u{1B}]0;Terminal\u{7}\u{1B}[?1049h\u{1B}[?2004h"
  private static let clearing = "\u{1B}[H\u{1B}[2J\u{1B}[3J"
  private static let closing =
    clearing + "\u{1B}[0m\u{1B}[?25h\u{1B}[?2004l\u{1B}[?1049l\u{1B}[23;0t"

  // MARK: Out

  var size: Frame.Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return Frame.Size(columns: 80, rows: 24) }
    return Frame.Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  func draw(_ frame: Frame) {
    let lines = frame.lines.map { line in
      let style =
        switch line.weight {
        case .plain: ""
        case .strong: "\u{1B}[1m"
        case .pointed: "\u{1B}[7m"
        }
      let margin = line.text.prefix { $0 == " " }
      return margin + style + line.text.dropFirst(margin.count) + "\u{1B}[0m\u{1B}[K"
    }
    let place = "\u{1B}[\(frame.cursor.row + 1);\(frame.cursor.column + 1)H"
    output.write(
      "\u{1B}[?25l\u{1B}[H" + lines.joined(separator: "\r\n") + "\u{1B}[J" + place + "\u{1B}[?25h")
  }

  func clear() { output.write(Self.clearing) }

  // MARK: In

  func next(within seconds: Int?) -> ScreenInput {
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    while true {
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      if hasEnded { return .left }
      switch wait(until: deadline) {
      case .signal(SIGINT): return .key(.interrupt)
      case .signal(SIGWINCH): return .resized
      case .signal(SIGCONT):
        begin()
        return .resized
      case .signal, .end: hasEnded = true
      case .bytes(let bytes): keys += bytes.flatMap { decoder.take($0) }
      case .nothing:
        if let key = decoder.settle() { keys.append(key) }
        if let deadline, deadline <= .now, keys.isEmpty { return .quiet }
      }
    }
  }

  private enum Arrival {
    case signal(Int32)
    case bytes(ArraySlice<UInt8>)
    case end, nothing
  }

  /// How long after ESC nothing may follow for it to be the Escape key.
  private static let escapeMilliseconds: Int32 = 25

  private func wait(until deadline: ContinuousClock.Instant?) -> Arrival {
    var files = [
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    ]
    var milliseconds: Int32 = -1
    if let deadline {
      let left = max(.zero, deadline - .now)
      milliseconds = Int32(left.components.seconds * 1000) + 1
    }
    if decoder.isWaiting { milliseconds = Self.escapeMilliseconds }
    let count = poll(&files, nfds_t(files.count), milliseconds)
    guard count > 0 else { return count == 0 || errno == EINTR ? .nothing : .end }
    if files[0].revents != 0, let signal = signals.next() { return .signal(signal) }
    guard files[1].revents != 0 else { return .nothing }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let length = read(STDIN_FILENO, &bytes, bytes.count)
    if length > 0 { return .bytes(bytes[..<length]) }
    return length < 0 && errno == EINTR ? .nothing : .end
  }
}
