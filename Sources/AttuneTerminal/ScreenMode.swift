import Foundation
public import AttuneSession

/// One question a screen, in the process's own terminal.
public enum ScreenMode {
  /// Whether this is a terminal that can be drawn on, and nothing says that lines are wanted.
  public static var isFitting: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isPossible && (environment["ACCESSIBLE"] ?? "").isEmpty
  }

  /// Whether this is a terminal that can be drawn on.
  public static var isPossible: Bool {
    let kind = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !kind.isEmpty
      && kind != "dumb"
  }

  /// Asks until the session is over and says how it ended; `nil` where it is to go on as plain
  /// lines.
  ///
  /// `commit` is as for `TranscriptFace.run`. The terminal is as it was found when this returns,
  /// whichever way.
  public static func run(
    _ session: inout Session, commit: ([Effect]) throws -> Void
  ) throws -> Outcome? {
    guard let device = TerminalDevice() else { return nil }
    var face = ScreenFace(device: device)
    do {
      defer { device.close() }
      return try face.run(&session, commit: commit)
    } catch {
      var lines = TranscriptFace(reader: StandardInput(), writer: StandardOutput())
      lines.tellOfFailure(in: session)
      throw error
    }
  }
}
