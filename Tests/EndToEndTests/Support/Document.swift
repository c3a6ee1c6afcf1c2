import Foundation
import Testing

/// A page of the documentation, and the blocks in it that tests hold to what they say.
struct Document {
  struct Block {
    /// What stands after the backticks: `console`, `instrument part`.
    let kind: String
    var lines: [String] = []

    /// The commands of a `console` block, each with the output that is shown.
    var commands: [Command] {
      var commands: [Command] = []
      for line in lines {
        if line.hasPrefix("$ ") {
          commands.append(Command(line: String(line.dropFirst(2))))
        } else if !commands.isEmpty {
          commands[commands.count - 1].output.append(line)
        }
      }
      return commands
    }
  }

  struct Command {
    let line: String
    var output: [String] = []

    /// Whether `text` is what is shown, in which a line `...` stands for any lines, and a day for
    /// any day.
    func shows(_ text: String) -> Bool {
      Self.matches(Document.lines(of: text).map(Self.dayless)[...], output.map(Self.dayless)[...])
    }

    private static func dayless(_ line: String) -> String {
      line.replacing(/20\d\d-\d\d-\d\d/, with: "20YY-MM-DD")
    }

    private static func matches(
      _ output: ArraySlice<String>, _ expected: ArraySlice<String>
    ) -> Bool {
      guard let first = expected.first else { return output.isEmpty }
      guard first == "..." else {
        return output.first == first && matches(output.dropFirst(), expected.dropFirst())
      }
      if expected.count == 1 { return true }
      return output.indices.contains {
        output[$0] == expected[expected.startIndex + 1]
          && matches(output[$0...], expected.dropFirst())
      }
    }
  }

  let url: URL
  let text: String
  let blocks: [Block]

  init(_ path: String) throws {
    url = Program.root.appending(path: path)
    text = try String(contentsOf: url, encoding: .utf8)
    var blocks: [Block] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Block(kind: String(line.dropFirst(3)))) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    self.blocks = blocks
  }

  func blocks(_ kind: String) -> [Block] { blocks.filter { $0.kind == kind } }

  /// Links to other files that lead nowhere.
  var brokenLinks: [String] {
    text.matches(of: /\]\(([^)#]+)[^)]*\)/).map { String($0.output.1) }.filter { link in
      let target = url.deletingLastPathComponent().appending(path: link).standardized
      return !link.hasPrefix("http") && !FileManager.default.fileExists(atPath: target.path())
    }
  }

  /// The lines of what a command printed.
  static func lines(of output: String) -> [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
