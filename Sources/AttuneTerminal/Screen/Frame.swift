import AttuneSession

/// A screen laid out for one window: lines of text, and where the cursor stands.
///
/// One question, a quiet column of at most 72, the place to type and the words that always work at
/// the foot. What is pointed at carries a `>`, what is marked `[x]`; bold and reverse only repeat
/// what those say.
struct Frame: Sendable, Hashable {
  enum Weight: Sendable, Hashable {
    case plain, strong, pointed
  }

  struct Line: Sendable, Hashable {
    var text: String
    var weight = Weight.plain
  }

  struct Place: Sendable, Hashable {
    var row: Int
    var column: Int
  }

  struct Size: Sendable, Hashable {
    var columns: Int
    var rows: Int
  }

  /// Exactly as many as the window has rows.
  private(set) var lines: [Line] = []
  /// Counted from 0.
  private(set) var cursor = Place(row: 0, column: 0)
  /// The first line of the text that shows.
  private(set) var top = 0
  /// How many lines of the text show at once.
  private(set) var window = 1
  private(set) var hasMoreBelow = false

  init(_ screen: Screen, _ view: ScreenView, in size: Size, words: FrameWords) {
    let size = Size(columns: max(size.columns, 12), rows: max(size.rows, 6))
    let width = min(size.columns - 3, 72)
    let margin = String(repeating: " ", count: max(1, (size.columns - 72) / 2))
    let foot = Foot(screen, view, width: width, rows: size.rows, words: words)
    window = max(1, size.rows - foot.lines.count - 1)
    var body = FrameText(screen, view, width: width, isSpaced: true)
    if body.lines.count > window {
      body = FrameText(screen, view, width: width, isSpaced: false)
    }
    var shown = [Line("")]
    if body.lines.count <= window {
      shown += body.lines
      shown += Array(repeating: Line(""), count: window - body.lines.count)
    } else {
      shown += cut(body, from: view.top, words: words)
    }
    let start = shown.count
    lines = (shown + foot.lines).prefix(size.rows).map { line in
      line.text.isEmpty ? line : Line(text: margin + line.text, weight: line.weight)
    }
    cursor = Place(
      row: min(start + foot.cursor.row, size.rows - 1),
      column: min(margin.count + foot.cursor.column, size.columns - 1))
  }

  /// As much of the text as fits, with a line at each end that says whether there is more.
  private mutating func cut(_ body: FrameText, from wanted: Int, words: FrameWords) -> [Line] {
    window = max(1, window - 2)
    var top = min(max(0, wanted), body.lines.count - window)
    if let pointed = body.pointed {
      if pointed.lowerBound < top { top = pointed.lowerBound }
      if pointed.upperBound > top + window {
        top = min(pointed.upperBound - window, pointed.lowerBound)
      }
    }
    self.top = max(0, top)
    hasMoreBelow = self.top + window < body.lines.count
    return [Line(self.top > 0 ? words.moreAbove : "")]
      + body.lines[self.top..<min(body.lines.count, self.top + window)]
      + [Line(hasMoreBelow ? words.moreBelow : "")]
  }
}

extension Frame.Line {
  init(_ text: String) { self.init(text: text) }
}

/// What the face itself says around a screen.
struct FrameWords: Sendable, Hashable {
  var yourAnswer: String
  var moreAbove: String
  var moreBelow: String
  /// The words that always work, and how to use the keys.
  var foot: [String]
}
