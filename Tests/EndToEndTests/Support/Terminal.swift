import Foundation
import Testing

/// A real terminal, by tmux: keys go in, the screen is read back.
final class Terminal {
  private let socket = "attune-\(UUID().uuidString)"
  private let scratch: ScratchFolder

  /// Opens a terminal and runs `arguments` of the built `attune` in it, then says how it ended and
  /// whether the terminal's settings are as before.
  convenience init(_ arguments: [String], columns: Int = 80, rows: Int = 200) throws {
    let command = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    try self.init(
      script: """
        trap : INT
        before=$(stty -g)
        \(command)
        printf '\\nfinished with %s\\n' $?
        [ "$before" = "$(stty -g)" ] && echo settings as before
        sleep 60

        """, columns: columns, rows: rows)
  }

  /// Opens a terminal and runs a shell script in it.
  init(script: String, by shell: String = "sh", columns: Int = 80, rows: Int = 24) throws {
    scratch = try ScratchFolder()
    let file = try scratch.write(script, to: "script")
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "-c", scratch.path(""), "\(shell) '\(file)'",
    ])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// `Process` waits until nobody holds its descriptors any more, however high their numbers are, and
  /// the server would for ever.
  private static let withoutDescriptors = """
    for file in /dev/fd/*; do n=${file##*/}; [ "$n" -lt 3 ] || eval "exec $n>&-"; done
    exec tmux "$@"
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

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sends the program a signal by name: `TERM`.
  func signal(_ name: String) throws {
    let shell = try tmux(["list-panes", "-F", "#{pane_pid}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try Program.run(["pkill", "-\(name)", "-P", shell], of: "/usr/bin/env")
  }

  /// Where the cursor stands, counted from 0: `row column`.
  func cursor() throws -> String {
    try tmux(["display-message", "-p", "#{cursor_y} #{cursor_x}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// All that was shown so far, with what scrolled away.
  func screen() throws -> String {
    try tmux(["capture-pane", "-p", "-J", "-S", "-"])
  }

  /// Waits until `text` stands `times` times on the screen; records an issue if it never does.
  @discardableResult
  func wait(
    for text: String, times: Int = 1, within seconds: Int = 15,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> String {
    var shown = ""
    for _ in 0..<seconds * 20 {
      shown = try screen()
      if shown.components(separatedBy: text).count > times { return shown }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record(
      "'\(text)' was never shown; the screen is:\n\(shown)", sourceLocation: sourceLocation)
    return shown
  }

  /// Ends the program at once, as a crash would: no handler runs.
  func kill() throws { try signal("KILL") }
}
