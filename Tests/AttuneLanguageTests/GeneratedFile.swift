import Foundation

/// A made-up file, in blocks and lines, before it is laid out.
///
/// The same seed makes the same file. Every block, detail and kind of answer of the language occurs
/// in some of them.
struct GeneratedFile {
  /// One line of a block.
  struct Line {
    enum Content {
      /// Words that people read: every character counts.
      case words(String)
      /// Names and keywords: blanks between them do not.
      case value(String)
      /// Names in a list, which several lines may share.
      case names([String])
    }

    /// The word before the colon; `>` for text to read, `=` for a choice.
    let word: String
    /// What stands between the word and the mark, or before the word `when`.
    var argument = ""
    let content: Content
    /// Lines of one group keep their order: it means something.
    let group: String
  }

  struct Block {
    /// `item heard`.
    let heading: String
    let title: String?
    var lines: [Line] = []

    init(_ heading: String, _ title: String? = nil) {
      self.heading = heading
      self.title = title
    }

    mutating func words(_ word: String, _ words: String, argument: String = "", group: String = "")
    {
      add(word, .words(words), argument, group)
    }

    mutating func value(_ word: String, _ value: String, argument: String = "") {
      add(word, .value(value), argument, "")
    }

    mutating func names(_ word: String, _ names: [String]) { add(word, .names(names), "", "") }

    mutating func choice(_ key: String, _ label: String) {
      lines.append(Line(word: "=", argument: key, content: .words(label), group: "="))
    }

    private mutating func add(
      _ word: String, _ content: Line.Content, _ argument: String, _ group: String
    ) {
      lines.append(
        Line(
          word: word, argument: argument, content: content, group: group.isEmpty ? word : group))
    }
  }

  let seed: UInt64
  var random: Seeded
  var blocks: [Block] = []

  init(seed: UInt64) {
    self.seed = seed
    random = Seeded(state: seed)
  }

  // MARK: Chance

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A sentence with whatever people write: quotes, dashes, braces, other letters, emoji.
  mutating func sentence() -> String {
    let words = [
      "worker", "listens", "to", "me", "most", "days", "we", "meet", "don't", "it\u{2019}s",
      "\u{201C}heard\u{201D}", "caf\u{E9}", "\u{2013}", "a:b", "c = d", "{{really}}", "#1", "> 2",
      "1)", "\u{1F469}\u{200D}\u{1F467}", "\u{645}\u{631}\u{62D}\u{628}\u{627}\u{200F}",
      "\u{65E5}\u{672C}", "e\u{301}", "50%", "\\n", "\"so\"", "two  spaces",
    ]
    return (["My"] + (0...number(1...7)).map { _ in pick(words) } + ["end."]).joined(separator: " ")
  }

  // MARK: Layout

  /// The file as anybody would type it.
  var plain: String {
    blocks.map { block in
      let title = block.title.map { ": " + $0 } ?? ""
      return ([block.heading + title] + block.lines.map { "  " + $0.plain }).joined(separator: "\n")
        + "\n"
    }.joined()
  }

  /// The same file as nobody would type it: other blanks, other line ends, details in another order,
  /// comments and empty lines everywhere.
  func odd(seed: UInt64) -> String {
    var layout = OddLayout(seed: seed)
    return layout.text(of: blocks)
  }
}

extension GeneratedFile.Line {
  fileprivate var plain: String {
    let text =
      switch content {
      case .words(let words): words
      case .value(let value): value
      case .names(let names): names.joined(separator: ", ")
      }
    switch word {
    case ">": return "> " + text
    case "=": return argument + " = " + text
    case "... when": return argument + " when: " + text
    default: return word + (argument.isEmpty ? "" : " " + argument) + ": " + text
    }
  }
}

/// Lays a file out as nobody would.
private struct OddLayout {
  var random: Seeded
  let end: String

  init(seed: UInt64) {
    random = Seeded(state: seed)
    end = ["\n", "\r\n", "\r"][Int(seed % 3)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts[Int.random(in: texts.indices, using: &random)]
  }

  private mutating func blanks() -> String {
    pick(["", "", " ", "  ", "\t", "\u{A0}", " \t ", "\u{202F}"])
  }

  private mutating func gap() -> String { pick([" ", " ", "  ", "\t", "\u{A0}", " \u{A0}"]) }

  mutating func text(of blocks: [GeneratedFile.Block]) -> String {
    var lines: [String] = chance(50) ? [] : ["", "# about the file", ""]
    for block in blocks {
      lines += between()
      let words = spaced(block.heading, isKeyword: true)
      lines.append(around(block.title.map { words + blanks() + ":" + blanks() + $0 } ?? words))
      for line in shuffled(block.lines) {
        lines += between()
        lines += written(line)
      }
    }
    lines += between()
    return (chance(20) ? "\u{FEFF}" : "") + lines.joined(separator: end) + (chance(80) ? end : "")
  }

  /// Now and then an empty line or a comment.
  private mutating func between() -> [String] {
    guard chance(25) else { return [] }
    return (0...Int.random(in: 0...2, using: &random)).map { _ in
      pick(["", "   ", "\t", "# a note", "   #another: note = 1", "\u{A0}# > no text", "#"])
    }
  }

  private mutating func written(_ line: GeneratedFile.Line) -> [String] {
    switch line.content {
    case .words(let words): return [around(head(of: line) + blanks() + words)]
    case .value(let value): return [around(head(of: line) + blanks() + spaced(value))]
    case .names(var names):
      // A list may be cut into several lines at any place.
      var lines: [String] = []
      while !names.isEmpty {
        let count = chance(50) ? names.count : Int.random(in: 1...names.count, using: &random)
        let part = names.prefix(count).map { spaced($0) }.joined(
          separator: blanks() + "," + blanks())
        lines.append(around(head(of: line) + blanks() + part))
        names.removeFirst(count)
      }
      return lines
    }
  }

  private mutating func head(of line: GeneratedFile.Line) -> String {
    switch line.word {
    case ">": ">"
    case "=": line.argument + blanks() + "="
    case "... when": line.argument + gap() + spaced("when", isKeyword: true) + blanks() + ":"
    default:
      spaced(line.word, isKeyword: true)
        + (line.argument.isEmpty ? "" : gap() + spaced(line.argument)) + blanks() + ":"
    }
  }

  private mutating func around(_ text: String) -> String { blanks() + text + blanks() }

  /// The words with other blanks between them; the first letter of a keyword may be a capital.
  private mutating func spaced(_ text: String, isKeyword: Bool = false) -> String {
    var words = text.split(separator: " ").map(String.init)
    if isKeyword, chance(20) { words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst() }
    var result = words[0]
    for word in words.dropFirst() { result += gap() + word }
    return result
  }

  /// The lines in another order, in which those of one group stay as they are to each other.
  private mutating func shuffled(_ lines: [GeneratedFile.Line]) -> [GeneratedFile.Line] {
    guard chance(70) else { return lines }
    var waiting = Dictionary(grouping: lines, by: \.group).mapValues { $0[...] }
    return lines.map(\.group).shuffled(using: &random).compactMap { group in
      waiting[group]?.popFirst()
    }
  }
}
