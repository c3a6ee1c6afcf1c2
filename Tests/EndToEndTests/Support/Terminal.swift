import Foundation
import Testing

/// A real terminal, by tmux: keys go in, the screen is read back.
final class Terminal {
  private let socket = "attune-\(UUID().uuidString)"
  private let scratch: ScratchFolder

  /// Opens a terminal of 80 by 200 and runs `arguments` of the built `attune` in it.
  init(_ arguments: [String]) throws {
    scratch = try ScratchFolder()
    let command = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let script = try scratch.write(
      "trap : INT\n\(command)\nprintf '\\nfinished with %s\\n' $?\nsleep 60\n", to: "script")
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "200", "sh '\(script)'",
    ])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// `Process` waits until nobody holds its descriptors any more, and the server would for ever.
  private static let withoutDescriptors = """
    for n in {3..99}; do eval "exec $n>&-"; done; exec tmux "$@"
    """

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(
      ["-c", Self.withoutDescriptors, "tmux", "-u", "-L", socket] + arguments, of: "/bin/bash",
      environment: ["LC_ALL": "C.UTF-8", "TMUX": ""])
    return outcome.output
  }

  /// Types a line and presses Enter.
  func type(_ line: String) throws {
    if !line.isEmpty { try tmux(["send-keys", "-l", line]) }
    try tmux(["send-keys", "Enter"])
  }

  /// Presses a key by tmux's name for it: `C-c`.
  func press(_ key: String) throws { try tmux(["send-keys", key]) }

  /// All that was shown so far, with what scrolled away.
  func screen() throws -> String {
    try tmux(["capture-pane", "-p", "-J", "-S", "-"])
  }

  /// Waits until `text` stands `times` times on the screen; records an issue if it never does.
  @discardableResult
  func wait(
    for text: String, times: Int = 1, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> String {
    var shown = ""
    for _ in 0..<300 {
      shown = try screen()
      if shown.components(separatedBy: text).count > times { return shown }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record(
      "'\(text)' was never shown; the screen is:\n\(shown)", sourceLocation: sourceLocation)
    return shown
  }

  /// Ends the program at once, as a crash would: no handler runs.
  func kill() throws {
    let shell = try tmux(["list-panes", "-F", "#{pane_pid}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try Program.run(["pkill", "-KILL", "-P", shell], of: "/usr/bin/env")
  }
}
