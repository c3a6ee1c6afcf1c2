import AttuneInstrument
import AttuneTables
import AttuneTerminal

/// What became of an instrument, as people read it: a heading for each effect, the gravest first.
struct ComparisonText {
  let title: String
  let comparison: InstrumentComparison

  /// For a terminal of `width` columns.
  func text(width: Int) -> String {
    var lines = title.inert.wrapped(to: width, first: "")
    if comparison.changes.isEmpty { lines += ["", "Both mean the same."] }
    for (effect, changes) in groups {
      lines += ["", effect.title]
      for change in changes {
        lines += change.sentence.inert.wrapped(to: width, first: "- ", rest: "  ")
        for (word, passage) in change.passages {
          for (index, line) in passage.lines.enumerated() {
            let first = index == 0 ? "    \(word): " : "         "
            lines += line.inert.wrapped(to: width, first: first, rest: "         ")
          }
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  var markdown: String {
    var blocks = ["# \(title.inMarkdown)\n"]
    if comparison.changes.isEmpty { blocks.append("Both mean the same.\n") }
    for (effect, changes) in groups {
      let entries = changes.map { change in
        let passages = change.passages.flatMap { word, passage in
          ["  - \(word): " + passage.lines.map(\.inMarkdown).joined(separator: " / ")]
        }
        return (["- " + change.sentence.inMarkdown] + passages).map { $0 + "\n" }.joined()
      }
      blocks += ["## \(effect.title)\n", entries.joined()]
    }
    return blocks.joined(separator: "\n")
  }

  /// For programs: one table, a row for each change.
  var table: Table {
    Table(
      "changes", title: title,
      columns: [
        Column("effect", "effect", .text), Column("about", "about", .text),
        Column("change", "change", .text), Column("was", "was", .text),
        Column("now", "now", .text),
      ],
      rows: comparison.changes.map { change in
        [change.effect.rawValue, change.subject, change.sentence, change.was, change.now]
          .map { .text($0 ?? "") }
      })
  }

  private var groups: [(effect: DataEffect, changes: [InstrumentChange])] {
    DataEffect.allCases.map { ($0, comparison.changes($0)) }.filter { !$0.1.isEmpty }
  }
}

extension InstrumentChange {
  /// The words before and after, where there are any.
  fileprivate var passages: [(word: String, passage: String)] {
    [("was", was), ("now", now)].compactMap { word, passage in passage.map { (word, $0) } }
  }
}

extension String {
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
